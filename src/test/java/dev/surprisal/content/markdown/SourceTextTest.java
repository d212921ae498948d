package dev.surprisal.content.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTextTest {

    @Test
    void everyCharacterKnowsItsPlace() {
        var text = SourceText.of("abc", 10);

        assertThat(text.offset(0)).isEqualTo(10);
        assertThat(text.offset(2)).isEqualTo(12);
        assertThat(text.offset(3)).as("its end").isEqualTo(13);
    }

    @Test
    void linesKeepTheirPlacesWhenTheirPrefixesAreGone() {
        // "> ab\n> cd" as a quote's parser sees it
        var text = new SourceText.Builder()
                .append("ab", 2)
                .append("\n", 4)
                .append("cd", 7)
                .build();

        assertThat(text.text()).isEqualTo("ab\ncd");
        assertThat(text.offset(1)).isEqualTo(3);
        assertThat(text.offset(3)).isEqualTo(7);
        assertThat(text.offset(4)).isEqualTo(8);
    }

    @Test
    void allOfAReplacementStandsWhereItCameFrom() {
        // x = {{= 1/4}} + y with the computed number in place
        var text = new SourceText.Builder()
                .append("x = ", 0)
                .replacement("0.25", 4)
                .append(" + y", 13)
                .build();

        assertThat(text.text()).isEqualTo("x = 0.25 + y");
        assertThat(text.offset(4)).isEqualTo(4);
        assertThat(text.offset(7)).isEqualTo(4);
        assertThat(text.offset(8)).isEqualTo(13);
        assertThat(text.offset(11)).isEqualTo(16);
    }

    @Test
    void partsKeepTheirPlaces() {
        var text = new SourceText.Builder()
                .append(" ab", 5)
                .replacement("--", 8)
                .append("cd ", 20)
                .build();

        assertThat(text.substring(2, 6).text()).isEqualTo("b--c");
        assertThat(text.substring(2, 6).offset(0)).isEqualTo(7);
        assertThat(text.substring(2, 6).offset(1)).isEqualTo(8);
        assertThat(text.substring(2, 6).offset(3)).isEqualTo(20);
        assertThat(text.strip().text()).isEqualTo("ab--cd");
        assertThat(text.strip().offset(0)).isEqualTo(6);
        assertThat(text.substring(6, 6).offset(0))
                .as("nothing stands somewhere, too")
                .isEqualTo(21);
    }
}
