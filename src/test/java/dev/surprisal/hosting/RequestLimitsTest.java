package dev.surprisal.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class RequestLimitsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final RequestLimits limits = new RequestLimits(
            new Settings.Limits(3, 60, 2000, DataSize.ofBytes(10), DataSize.ofKilobytes(8)), new TimeMeter() {
                @Override
                public long currentTimeNanos() {
                    return nanos.get();
                }

                @Override
                public boolean isWallClockBased() {
                    return false;
                }
            });

    @Test
    void whoAsksTooOftenIsTurnedAwayUntilThereIsRoom() throws Exception {
        assertThat(get("192.0.2.1", "/").getStatus()).isEqualTo(200);
        assertThat(get("192.0.2.1", "/").getStatus()).isEqualTo(200);
        assertThat(get("192.0.2.1", "/").getStatus()).isEqualTo(200);

        MockHttpServletResponse fourth = get("192.0.2.1", "/");
        assertThat(fourth.getStatus()).isEqualTo(429);
        assertThat(fourth.getHeader("Retry-After")).isEqualTo("21");
        assertThat(get("192.0.2.2", "/").getStatus()).isEqualTo(200);

        nanos.addAndGet(Duration.ofSeconds(20).toNanos());
        assertThat(get("192.0.2.1", "/").getStatus()).isEqualTo(200);
        assertThat(get("192.0.2.1", "/").getStatus()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health",
                "/health/readiness",
                "/VAADIN/build/index.js",
                "/favicon.svg",
                "/favicon.ico",
                "/cover.png"
            })
    void healthAndFilesAreFree(String path) throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(get("192.0.2.1", path).getStatus()).isEqualTo(200);
        }
        assertThat(get("192.0.2.1", "/").getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"10, 200", "11, 413"})
    void aBodyThatIsTooLongIsNotTaken(int length, int status) throws Exception {
        MockHttpServletRequest request = request("192.0.2.1", "/");
        request.setMethod("POST");
        request.setContent(new byte[length]);

        assertThat(answer(request, new MockFilterChain()).getStatus()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"äöü12, 200", "0123456789A, 413"})
    void norIsOneThatDoesNotSayHowLongItIs(String body, int status) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/") {
            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        request.setRemoteAddr("192.0.2.1");
        request.addHeader("Transfer-Encoding", "chunked");
        request.setCharacterEncoding("UTF-8");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        MockFilterChain chain = new MockFilterChain();

        assertThat(answer(request, chain).getStatus()).isEqualTo(status);
        if (status == 200) {
            assertThat(Objects.requireNonNull(chain.getRequest()).getReader().readLine())
                    .isEqualTo(body);
        }
    }

    private MockHttpServletResponse get(String address, String path) throws ServletException, IOException {
        return answer(request(address, path), new MockFilterChain());
    }

    private static MockHttpServletRequest request(String address, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setRemoteAddr(address);
        return request;
    }

    private MockHttpServletResponse answer(MockHttpServletRequest request, MockFilterChain chain)
            throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        limits.doFilter(request, response, chain);
        return response;
    }
}
