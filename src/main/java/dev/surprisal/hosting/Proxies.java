package dev.surprisal.hosting;

import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Believes what a proxy says of a reader ({@code X-Forwarded-For}, {@code X-Forwarded-Proto}) if the operator has named the proxy's
 * network, and nobody else: a reader could otherwise claim any address, and that the connection is encrypted.
 */
@Component
class Proxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final Settings settings;

    Proxies(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (!settings.proxies().isBlank()) {
            RemoteIpValve valve = new RemoteIpValve();
            valve.setInternalProxies(settings.proxies());
            valve.setProtocolHeader("X-Forwarded-Proto");
            factory.addEngineValves(valve);
        }
    }
}
