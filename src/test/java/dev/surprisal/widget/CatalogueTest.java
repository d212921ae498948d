package dev.surprisal.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

    static Stream<Widget<?>> widgets() {
        return Catalogue.widgets().stream();
    }

    @Test
    void kindsAreUnique() {
        assertThat(Catalogue.widgets()).extracting(Widget::kind).doesNotHaveDuplicates();
    }

    @Test
    void aWidgetIsFoundByItsKind() {
        assertThat(Catalogue.of("kl-discrete").title()).isEqualTo("KL workbench");
        assertThat(Catalogue.find("kl-diskrete")).isEmpty();
        assertThatThrownBy(() -> Catalogue.of("kl-diskrete")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("widgets")
    <S> void everyWidgetStartsWithAResultFromAStateThatReadsBack(Widget<S> widget) {
        S state = widget.initial(Parameters.none());

        assertThat(widget.result(state)).isInstanceOf(Outcome.Result.class);
        assertThat(widget.encode(state)).matches("[0-9]+~[A-Za-z0-9._~-]+");
        assertThat(widget.decode(widget.encode(state))).isEqualTo(state);
    }

    @ParameterizedTest
    @MethodSource("widgets")
    <S> void everyControlOfEveryWidgetHasItsOwnName(Widget<S> widget) {
        Controls controls = widget.controls(widget.initial(Parameters.none()));

        List<String> names = Stream.of(
                        controls.choices().stream().map(Controls.Choice::control),
                        controls.groups().stream()
                                .flatMap(group -> group.fields().stream())
                                .map(Controls.Field::control),
                        controls.actions().stream().map(Controls.Action::control))
                .flatMap(stream -> stream)
                .toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("widgets")
    <S> void everyOptionOfEveryWidgetCanBeChosen(Widget<S> widget) {
        S state = widget.initial(Parameters.none());
        for (Controls.Choice choice : widget.controls(state).choices()) {
            for (Controls.Option option : choice.options()) {
                var edit = widget.edit(state, new Change.Chosen(choice.control(), option.value()));

                S chosen = ((Edit.Changed<S>) edit).state();
                assertThat(widget.controls(chosen).choices())
                        .filteredOn(shown -> shown.control().equals(choice.control()))
                        .extracting(Controls.Choice::chosen)
                        .containsExactly(option.value());
            }
        }
    }
}
