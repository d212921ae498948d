package dev.surprisal.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.content.CourseLoader;
import dev.surprisal.content.Option;
import dev.surprisal.content.Question;
import dev.surprisal.content.Task;
import dev.surprisal.content.Wording;
import dev.surprisal.typeset.Typesetter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionTest {

    @Test
    void wordingAndOrderLeaveItAsItIs() {
        Question single = single(Questions.option("a", true), Questions.option("b", false));

        assertThat(Revision.of(single(Questions.option("b", false), Questions.option("a", true))))
                .isEqualTo(Revision.of(single));
        assertThat(Revision.of(
                        single(new Option("new", Wording.of("new"), true, null, null), Questions.option("b", false))))
                .isEqualTo(Revision.of(single));
        assertThat(Revision.of(number("1/4", "abs 0.01"))).isEqualTo(Revision.of(number("0.25", "abs 0.010")));
    }

    @Test
    void whatChangesAVerdictChangesIt() {
        Question number = number("1/4", "abs 0.01");

        assertThat(Revision.of(number("0.26", "abs 0.01"))).isNotEqualTo(Revision.of(number));
        assertThat(Revision.of(number("1/4", "abs 0.02"))).isNotEqualTo(Revision.of(number));
        assertThat(Revision.of(Questions.of(
                        new Task.MultipleChoice(List.of(Questions.option("a", true), Questions.option("b", true))))))
                .isNotEqualTo(Revision.of(Questions.of(
                        new Task.MultipleChoice(List.of(Questions.option("a", true), Questions.option("b", false))))));
    }

    @Test
    void theFormOfAKeyThatFollowsFromEarlierAnswersBelongsToIt() {
        Question first = Questions.number("both--first", "2", "abs 0.01", List.of());

        assertThat(Revision.of(Questions.number("both--then", "given.first * 2", "abs 0.01", List.of(first))))
                .as("the same key, another way of carrying an error on")
                .isNotEqualTo(
                        Revision.of(Questions.number("both--then", "given.first + 2", "abs 0.01", List.of(first))));
    }

    @Test
    void aStoredChoiceStandsWhenItsOptionHasMovedAndFallsWhenItsTruthHasChanged() {
        Question moved = single(Questions.option("b", false), Questions.option("a", true));
        Question turned = single(Questions.option("a", false), Questions.option("b", true));
        Question reworded = single(Questions.option("a2", true), Questions.option("b", false));

        assertThat(Standing.stands(moved, true, 0, "a", true)).isTrue();
        assertThat(Standing.stands(moved, false, 0, "a", true))
                .as("a third option was added: still the right one")
                .isTrue();
        assertThat(Standing.stands(turned, true, 0, "a", true)).isFalse();
        assertThat(Standing.stands(turned, true, 0, "b", false)).isFalse();
        assertThat(Standing.stands(reworded, true, 0, "a", true)).isTrue();
        assertThat(Standing.stands(reworded, false, 0, "a", true)).isFalse();
        assertThat(Standing.stands(number("1/4", "abs 0.1"), false, 0, "0.25", true))
                .isFalse();
    }

    @Test
    void aChoiceThatVariesFallsTooWhenItsTruthHasChanged(@TempDir Path before, @TempDir Path after) throws IOException {
        Question asked = varied(before, "- [x] the first\n- [ ] the second");
        Question turned = varied(after, "- [ ] the first\n- [x] the second");
        String first = ((Task.SingleChoice) asked.task()).options().getFirst().key();

        assertThat(asked.variation().varies()).isTrue();
        assertThat(Revision.of(turned)).isEqualTo(Revision.of(asked));
        assertThat(Standing.stands(asked, true, 1, first, true)).isTrue();
        assertThat(Standing.stands(turned, true, 1, first, true)).isFalse();
        assertThat(Standing.stands(asked, false, 1, first, true))
                .as("of a revision with variants of its own")
                .isFalse();
    }

    private static Question varied(Path folder, String options) throws IOException {
        Path lesson = Files.createDirectories(folder.resolve("lessons/example"));
        Files.writeString(
                folder.resolve("course.yaml"),
                "title: T\ndescription: D\nmodules:\n  - title: M\n    lessons: [example]\n");
        Files.writeString(
                lesson.resolve("lesson.md"),
                "---\nid: example\ntitle: T\nsummary: S.\nminutes: {read: 1, practice: 1}\n---\n"
                        + ":::question{#which type=single}\nvary: a in {1, 2, 3}\n\nWhich of {{a}}?\n\n" + options
                        + "\n:::\n");
        return CourseLoader.load(folder, Typesetter.inMemory())
                .course()
                .lessons()
                .getFirst()
                .questions()
                .getFirst();
    }

    private static Question single(Option... options) {
        return Questions.of(new Task.SingleChoice(List.of(options)));
    }

    private static Question number(String answer, String accept) {
        return Questions.number("what", answer, accept, List.of());
    }
}
