package dev.surprisal;

import com.vaadin.flow.component.page.AppShellConfigurator;
import dev.surprisal.store.TemporaryFiles;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server. */
@SpringBootApplication
public class Surprisal implements AppShellConfigurator {
    public static void main(String[] args) {
        TemporaryFiles.settle(System.getenv());
        SpringApplication.run(Surprisal.class, args);
    }
}
