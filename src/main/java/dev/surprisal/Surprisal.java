package dev.surprisal;

import com.vaadin.flow.component.page.AppShellConfigurator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server. */
@SpringBootApplication
public class Surprisal implements AppShellConfigurator {
    public static void main(String[] args) {
        SpringApplication.run(Surprisal.class, args);
    }
}
