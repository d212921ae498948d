package dev.surprisal.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class SameOriginTest {

    @ParameterizedTest
    @CsvSource({"same-origin, true", "same-site, false", "cross-site, false", "none, false"})
    void theBrowsersOwnWordCounts(String site, boolean taken) {
        var request = new MockHttpServletRequest();
        request.addHeader("Sec-Fetch-Site", site);
        request.addHeader("Origin", "http://course.example");
        request.addHeader("Host", "course.example");

        assertThat(SameOrigin.isSentFromHere(request)).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({
        "http://course.example:8080, true",
        "https://course.example:8080, true",
        "http://course.example, false",
        "http://evil.example, false",
        "null, false",
        "http://[, false",
        "http:course.example:8080, false"
    })
    void withoutItTheOriginMustBeThisHost(String origin, boolean taken) {
        var request = new MockHttpServletRequest();
        request.addHeader("Origin", origin);
        request.addHeader("Host", "course.example:8080");

        assertThat(SameOrigin.isSentFromHere(request)).isEqualTo(taken);
    }

    @Test
    void whatSaysNothingIsNotTaken() {
        assertThat(SameOrigin.isSentFromHere(new MockHttpServletRequest())).isFalse();
    }
}
