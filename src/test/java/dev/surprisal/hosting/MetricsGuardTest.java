package dev.surprisal.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Which addresses need the operator's token, by what the container has made of them. */
class MetricsGuardTest {

    @ParameterizedTest
    @CsvSource({
        "/metrics, /metrics, false",
        "/%6detrics, /metrics, false",
        "/metrics/x, /metrics/x, false",
        "/, /, true"
    })
    void aPathIsGuardedHoweverItIsSpelt(String written, String read, boolean free) {
        var request = new MockHttpServletRequest("GET", written);
        request.setServletPath(read);

        assertThat(MetricsGuard.isFree(request)).isEqualTo(free);
    }
}
