package dev.surprisal.hosting;

import dev.surprisal.store.Store;
import dev.surprisal.store.TemporaryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(Settings.class)
class HostingConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * Over TLS the session's cookie is as closely kept as the learner's. The server has one name for it, so the public address
     * decides.
     */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> sessionCookie(Settings settings) {
        return factory -> {
            if (settings.isSecure()) {
                Cookie cookie = factory.getSettings().getSession().getCookie();
                cookie.setName((settings.contextPath().isEmpty() ? "__Host-" : "__Secure-") + "surprisal-session");
                cookie.setSecure(true);
            }
        };
    }

    /** The server's own folders, which it would otherwise make where perhaps nothing can be written. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> folders(Settings settings) {
        return factory -> TemporaryFiles.moved(settings.data()).ifPresent(own -> {
            factory.setBaseDirectory(own.resolve("server").toFile());
            factory.setDocumentRoot(made(own.resolve("nothing")).toFile());
        });
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    Store store(Settings settings) {
        return Store.open(settings.databaseAddress());
    }

    /** For the libraries that look for one; the store closes it. */
    @Bean(destroyMethod = "")
    DataSource dataSource(Store store) {
        return store.source();
    }
}
