package dev.surprisal.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

/** The settings as an operator meets them: README's table, the defaults, the environment. */
class SettingsTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([A-Z][A-Z_]+)` \\| (?:`([^`]+)`)? ?\\| (.+) \\|$");

    @Test
    void readmeListsExactlyTheSettingsWithTheirDefaults() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                assertThat(row.group(3)).as(row.group(1)).hasSizeGreaterThan(5);
                listed.put(row.group(1), row.group(2) == null ? "" : row.group(2));
            }
        }
        Map<String, String> known = new TreeMap<>();
        Properties defaults = defaults();
        known.put("SERVER_PORT", defaults.getProperty("server.port"));
        names("surprisal", Settings.class).forEach(name -> known.put(variable(name), defaults.getProperty(name)));

        assertThat(listed).isEqualTo(known);
    }

    @Test
    void everyDefaultBelongsToASetting() {
        List<String> names = defaults().stringPropertyNames().stream()
                .filter(name -> name.startsWith("surprisal.") && !name.equals("surprisal.version"))
                .toList();

        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(
                        names("surprisal", Settings.class).toList());
    }

    @Test
    void theEnvironmentIsHeard() {
        Settings settings = settings(Map.of(
                "SURPRISAL_PUBLIC_ADDRESS",
                "https://course.example.org/kl/",
                "SURPRISAL_CONTEXT_PATH",
                "/kl",
                "SURPRISAL_LIMITS_BODY",
                "1MB",
                "SURPRISAL_LIMITS_SESSIONS",
                "7"));

        assertThat(settings.publicAddress()).isEqualTo(URI.create("https://course.example.org/kl/"));
        assertThat(settings.isSecure()).isTrue();
        assertThat(settings.contextPath()).isEqualTo("/kl");
        assertThat(settings.limits().body()).isEqualTo(DataSize.ofMegabytes(1));
        assertThat(settings.limits().sessions()).isEqualTo(7);
    }

    @Test
    void whatIsNotSetIsNotThere() {
        Settings settings = settings(Map.of());

        assertThat(settings.publicAddress()).isNull();
        assertThat(settings.isSecure()).isFalse();
        assertThat(settings.contextPath()).isEmpty();
        assertThat(settings.metricsToken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SURPRISAL_CONTEXT_PATH, kl, start with a slash",
        "SURPRISAL_CONTEXT_PATH, /kl/, end without one",
        "SURPRISAL_CONTEXT_PATH, /k l, start with a slash",
        "SURPRISAL_PUBLIC_ADDRESS, course.example.org, whole address",
        "SURPRISAL_PUBLIC_ADDRESS, ftp://course.example.org, whole address",
        "SURPRISAL_PUBLIC_ADDRESS, https://course.example.org/?a=b, whole address",
        "SURPRISAL_PUBLIC_ADDRESS, https://course.example.org/kl, paths must be the same",
        "SURPRISAL_LIMITS_REQUESTS, 0, must be > 0"
    })
    void aWrongSettingIsNamedWithItsMend(String variable, String value, String mend) {
        assertThatThrownBy(() -> settings(Map.of(variable, value)))
                .rootCause()
                .hasMessageContaining(variable)
                .hasMessageContaining(value)
                .hasMessageContaining(mend);
    }

    private static Settings settings(Map<String, String> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment
                .getPropertySources()
                .addLast(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new HashMap<>(variables)));
        environment.getPropertySources().addLast(new PropertiesPropertySource("defaults", defaults()));
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bind("surprisal", Settings.class).get();
    }

    private static Properties defaults() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        Properties texts = new Properties();
        Objects.requireNonNull(yaml.getObject())
                .forEach((name, value) -> texts.setProperty(name.toString(), value.toString()));
        return texts;
    }

    /** The names of a record's components and of those of the records inside it, as properties are written. */
    private static Stream<String> names(String prefix, Class<?> type) {
        Map<String, Class<?>> components = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            components.put(prefix + "." + name, component.getType());
        }
        return components.entrySet().stream()
                .flatMap(entry -> entry.getValue().isRecord()
                        ? names(entry.getKey(), entry.getValue())
                        : Stream.of(entry.getKey()));
    }

    private static String variable(String property) {
        return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }
}
