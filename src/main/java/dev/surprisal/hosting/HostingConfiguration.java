package dev.surprisal.hosting;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
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

    /** SQLite makes its file but not the folder around it. */
    @Bean
    DataSource dataSource(DataSourceProperties properties, Settings settings) {
        try {
            Files.createDirectories(settings.data());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the data folder " + settings.data().toAbsolutePath()
                            + " cannot be made; set SURPRISAL_DATA to one that can be written",
                    e);
        }
        return properties.initializeDataSourceBuilder().build();
    }
}
