package dev.surprisal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surprisal.store.DatabaseAddress.Postgres;
import dev.surprisal.store.DatabaseAddress.Sqlite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
    private static final Path DATA = Path.of("data");

    @TempDir
    Path folder;

    @Test
    void withoutAnAddressItIsAFileInTheDataFolder() {
        assertThat(DatabaseAddress.ofEnvironment(Map.of("SURPRISAL_DATA", "/srv/course")))
                .isEqualTo(new Sqlite(Path.of("/srv/course")));
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://db.example/course, jdbc:postgresql://db.example/course, ,",
        "postgres://db.example:5433/course?sslmode=require, jdbc:postgresql://db.example:5433/course?sslmode=require, ,",
        "postgresql://ada:p%40ss+word@db.example/course, jdbc:postgresql://db.example/course, ada, p@ss+word",
        "jdbc:postgresql://db.example/course, jdbc:postgresql://db.example/course, ,"
    })
    void bothWaysOfWritingAnAddressAreRead(String url, String driverUrl, String user, String password) {
        assertThat(DatabaseAddress.of(DATA, url, "", "", "")).isEqualTo(new Postgres(driverUrl, user, password));
    }

    @Test
    void whatIsSetByItselfCountsBeforeWhatStandsInTheAddress() {
        assertThat(DatabaseAddress.of(DATA, "postgresql://ada:secret@db.example/course", "bo", "other", ""))
                .isEqualTo(new Postgres("jdbc:postgresql://db.example/course", "bo", "other"));
    }

    @Test
    void thePasswordMayStandInAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "s3cret \nand nothing else\n");

        assertThat(DatabaseAddress.of(DATA, "postgresql://db.example/course", "ada", "", file.toString()))
                .isEqualTo(new Postgres("jdbc:postgresql://db.example/course", "ada", "s3cret "));
        assertThatThrownBy(() -> DatabaseAddress.of(DATA, "postgresql://db.example/course", "ada", "", "/no/such"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("SURPRISAL_DATABASE_PASSWORD_FILE names /no/such");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://ada:secret@db/course",
                "db.example/course",
                "postgresql://ada:se cret@db",
                "postgresql:///"
            })
    void aWrongAddressIsRefusedWithoutRepeatingItsPassword(String url) {
        assertThatThrownBy(() -> DatabaseAddress.of(DATA, url, "", "", ""))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("SURPRISAL_DATABASE_URL")
                .message()
                .doesNotContain("secret", "se cret");
    }

    @Test
    void noPasswordIsShown() {
        assertThat(new Postgres("jdbc:postgresql://db/course?password=secret", "ada", "secret").toString())
                .doesNotContain("secret");
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidInOneSentence() {
        assertThatThrownBy(() -> Store.open(new Postgres("jdbc:postgresql://127.0.0.1:1/course", "ada", null)))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("the database at jdbc:postgresql://127.0.0.1:1/course cannot be opened: ");
    }
}
