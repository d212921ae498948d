package dev.surprisal.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surprisal.hosting.AuthorTokens.Outcome;
import dev.surprisal.store.AuthorAccess;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.sqlite.SQLiteDataSource;

/** On a real SQLite file, with a clock that is set by hand. */
class AuthorTokensTest {
    private static final String TOKEN = "a token of the author's own";

    @TempDir
    Path folder;

    private final Hands clock = new Hands();
    private JdbcClient jdbc;
    private AuthorTokens tokens;

    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-03-14T15:09:26Z");

        @Override
        public Instant instant() {
            return now;
        }

        void forth(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeEach
    void migrate() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("surprisal.db"));
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = JdbcClient.create(source);
        tokens = started(TOKEN);
    }

    @Test
    void noTokenIsMadeWhereShowingItWouldWriteItIntoALog() {
        PrintStream console = System.out;
        var shown = new ByteArrayOutputStream();
        AuthorTokens made;
        try {
            System.setOut(new PrintStream(shown, true, StandardCharsets.UTF_8));
            made = new AuthorTokens(new AuthorAccess(jdbc), new Tries(clock), clock, "", false);
        } finally {
            System.setOut(console);
        }

        assertThat(shown.toString(StandardCharsets.UTF_8)).doesNotContain("token of the course's authors");
        assertThat(made.signIn("", new MockHttpServletRequest())).isInstanceOf(Outcome.Wrong.class);
        assertThat(new AuthorAccess(jdbc).tokenDigest()).isEmpty();
    }

    /** The server, started with this token in its settings. */
    private AuthorTokens started(String token) {
        return new AuthorTokens(new AuthorAccess(jdbc), new Tries(clock), clock, token, true);
    }

    private static MockHttpServletRequest from(String address, Cookie... cookies) {
        var request = new MockHttpServletRequest("GET", "/");
        request.setRemoteAddr(address);
        request.setCookies(cookies);
        return request;
    }

    private Cookie signedIn() {
        return ((Outcome.SignedIn) tokens.signIn(TOKEN, from("192.0.2.1"))).cookie();
    }

    private boolean isAuthor(Cookie... cookies) {
        return tokens.isAuthor(from("192.0.2.1", cookies));
    }

    @Test
    void theTokenIsExchangedForACookieThatNoScriptAndNoOtherSiteGets() {
        Cookie cookie = signedIn();

        assertThat(isAuthor(cookie)).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Strict");
        assertThat(Duration.ofSeconds(cookie.getMaxAge())).isEqualTo(Duration.ofHours(4));
        assertThat(cookie.getValue()).doesNotContain(TOKEN);
    }

    @Test
    void nobodyIsAnAuthorWithoutAGenuineCookie() {
        String genuine = signedIn().getValue();
        char last = genuine.charAt(genuine.length() - 2);
        String forged = genuine.substring(0, genuine.length() - 2)
                + (last == 'A' ? 'B' : 'A')
                + genuine.charAt(genuine.length() - 1);
        String longer = genuine.replaceFirst("\\.([0-9]+)\\.", ".99999999999.");

        assertThat(isAuthor()).isFalse();
        assertThat(isAuthor(new Cookie("surprisal-author", ""))).isFalse();
        assertThat(isAuthor(new Cookie("surprisal-author", TOKEN))).isFalse();
        assertThat(isAuthor(new Cookie("surprisal-author", forged))).isFalse();
        assertThat(isAuthor(new Cookie("surprisal-author", longer))).isFalse();
    }

    @Test
    void theCookieEndsAfterHoursUnlessItIsUsed() {
        Cookie cookie = signedIn();
        clock.forth(Duration.ofHours(3));
        var response = new MockHttpServletResponse();
        tokens.renew(from("192.0.2.1", cookie), response);
        Cookie renewed = Objects.requireNonNull(response.getCookie("surprisal-author"));
        clock.forth(Duration.ofHours(2));

        assertThat(isAuthor(cookie)).isFalse();
        assertThat(isAuthor(renewed)).isTrue();
    }

    @Test
    void noCookieIsRenewedForEver() {
        Cookie cookie = signedIn();
        for (int hours = 0; hours < 7 * 24; hours += 3) {
            clock.forth(Duration.ofHours(3));
            var response = new MockHttpServletResponse();
            tokens.renew(from("192.0.2.1", cookie), response);
            Cookie renewed = response.getCookie("surprisal-author");
            cookie = renewed == null ? cookie : renewed;
        }

        assertThat(isAuthor(cookie)).isFalse();
    }

    @Test
    void signingOutEndsItInEveryBrowserAndOnEveryServer() {
        Cookie here = signedIn();
        clock.forth(Duration.ofMinutes(1));
        Cookie there = signedIn();

        tokens.signOut(from("192.0.2.1", here));

        assertThat(isAuthor(here)).isFalse();
        assertThat(isAuthor(there)).isFalse();
        assertThat(started(TOKEN).isAuthor(from("192.0.2.1", there))).isFalse();
        assertThat(isAuthor(signedIn())).isTrue();
    }

    @Test
    void aRestartKeepsAuthorsAndAnotherTokenEndsThem() {
        Cookie cookie = signedIn();

        assertThat(started(TOKEN).isAuthor(from("192.0.2.1", cookie))).isTrue();
        assertThat(started("another token, as good").isAuthor(from("192.0.2.1", cookie)))
                .isFalse();
    }

    @Test
    void wrongTokensAreSlowedForOneAddress() {
        for (int i = 0; i < Tries.OF_ONE; i++) {
            assertThat(tokens.signIn("wrong", from("192.0.2.7"))).isInstanceOf(Outcome.Wrong.class);
        }

        assertThat(tokens.signIn(TOKEN, from("192.0.2.7"))).isEqualTo(new Outcome.TooMany(Duration.ofSeconds(30)));
        assertThat(tokens.signIn(TOKEN, from("192.0.2.8"))).isInstanceOf(Outcome.SignedIn.class);
        clock.forth(Duration.ofSeconds(30));
        assertThat(tokens.signIn(TOKEN, from("192.0.2.7"))).isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void wrongTokensOfAWholeNetworkOfVersionSixCountTogether() {
        for (int i = 0; i < Tries.OF_ONE; i++) {
            tokens.signIn("wrong", from("2001:db8::" + i));
        }

        assertThat(tokens.signIn("wrong", from("2001:db8::77"))).isInstanceOf(Outcome.TooMany.class);
        assertThat(tokens.signIn("wrong", from("2001:db8:1::77"))).isInstanceOf(Outcome.Wrong.class);
    }

    @Test
    void wrongTokensFromManyAddressesAreSlowedTogetherButKeepAnAuthorOutForSecondsOnly() {
        for (int i = 0; i < Tries.OF_ALL; i++) {
            tokens.signIn("wrong", from("198.51.100." + i));
        }

        assertThat(tokens.signIn(TOKEN, from("192.0.2.9"))).isEqualTo(new Outcome.TooMany(Duration.ofSeconds(2)));
        clock.forth(Duration.ofSeconds(2));
        assertThat(tokens.signIn(TOKEN, from("192.0.2.9"))).isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void signingInRightlyCostsNoTries() {
        for (int i = 0; i < 3 * Tries.OF_ONE; i++) {
            assertThat(tokens.signIn(TOKEN, from("192.0.2.7"))).isInstanceOf(Outcome.SignedIn.class);
        }
    }

    @Test
    void withoutASettingATokenIsMadeShownOnceAndKeptAsADigestOnly() {
        String shown = console(() -> started(""));
        var found =
                Pattern.compile("^ +([A-Za-z0-9_-]{32})$", Pattern.MULTILINE).matcher(shown);
        assertThat(found.find()).isTrue();
        String token = found.group(1);
        String row = jdbc.sql(
                        "select id || ' ' || token_digest || ' ' || signing_key || ' ' || generation from author_access")
                .query(String.class)
                .single();

        assertThat(row).doesNotContain(token);
        assertThat(console(() -> tokens = started(""))).isEmpty();
        assertThat(tokens.signIn(token, from("192.0.2.1"))).isInstanceOf(Outcome.SignedIn.class);
        assertThat(tokens.signIn(TOKEN, from("192.0.2.1"))).isInstanceOf(Outcome.Wrong.class);
    }

    private static String console(Runnable deed) {
        PrintStream before = System.out;
        var written = new ByteArrayOutputStream();
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            deed.run();
        } finally {
            System.setOut(before);
        }
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aTokenThatCouldBeGuessedIsRefusedAtStart() {
        assertThatThrownBy(() -> started("instructor"))
                .hasMessage("SURPRISAL_AUTHOR_TOKEN must have 16 to 200 characters, got 10");
    }
}
