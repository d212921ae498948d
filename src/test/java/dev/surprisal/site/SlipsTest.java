package dev.surprisal.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.site.Slips.Slip;
import dev.surprisal.store.Kind;
import dev.surprisal.store.ServerKeys;
import dev.surprisal.store.Store;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlipsTest {
    private static final Slip SLIP = new Slip("kl-divergence", LocalDate.of(2026, 11, 21), 11, 1, 12, "0A1B2C");

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(Kind.SQLITE.empty(folder));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aCodeSaysWhatTheSlipSaysAlsoAfterARestart() {
        String code = new Slips(new ServerKeys(store)).code(SLIP);

        assertThat(code).startsWith("kl-divergence.20261121.11.1.12.0A1B2C.");
        assertThat(new Slips(new ServerKeys(store)).find(" " + code.substring(0, 30) + "\n" + code.substring(30)))
                .contains(SLIP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.1.12", "kl-divergence", "20261121", "0A1B2C"})
    void whatIsChangedInItIsNoCodeAnyMore(String piece) {
        var slips = new Slips(new ServerKeys(store));
        String code = slips.code(SLIP);
        char last = piece.charAt(piece.length() - 1);
        String changed = piece.substring(0, piece.length() - 1) + (last == 'e' ? 'f' : last == '2' ? '3' : 'D');

        assertThat(slips.find(code)).isPresent();
        assertThat(slips.find(code.replace(piece, changed))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kl", "kl.20269999.1.1.1.AAAAAA.AAAAAAAAAAAAAAAA", "<script>", "a.b.c.d.e.f.g"})
    void whatIsNoCodeIsNone(String typed) {
        assertThat(new Slips(new ServerKeys(store)).find(typed)).isEmpty();
    }

    @Test
    void anotherServerMakesOtherCodes() {
        String code = new Slips(new ServerKeys(store)).code(SLIP);
        try (Store other = Store.open(Kind.SQLITE.empty(folder.resolve("other")))) {
            assertThat(new Slips(new ServerKeys(other)).find(code)).isEmpty();
        }
    }
}
