package dev.surprisal.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.content.Block.WidgetBlock;
import dev.surprisal.content.WidgetId;
import dev.surprisal.learner.Drafts.Draft;
import dev.surprisal.widget.WidgetMarkup.Opening;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningsTest {
    private static final String START = "1~nats~0.5_0.5~0.7_0.3";
    private static final String PLAYED = "1~bits~0.25_0.75~0.5_0.5";
    private static final String LEFT = "1~nats~0.1_0.9~0.7_0.3";
    private static final WidgetBlock WIDGET = new WidgetBlock(new WidgetId("bench"), "kl-discrete", START, "");

    @Test
    void aWidgetOpensAsContentSays() {
        assertThat(Openings.of(null, Map.of()).of(WIDGET)).isEqualTo(Opening.at(START));
        assertThat(Openings.of("w.other=" + PLAYED + "&theme=dark", Map.of()).of(WIDGET))
                .isEqualTo(Opening.at(START));
    }

    @Test
    void theAddressGoesBeforeTheDraftAndTheDraftBeforeContent() {
        Map<String, Draft> drafts = Map.of("bench", new Draft(START, LEFT));

        assertThat(Openings.of("w.bench=" + PLAYED, drafts).of(WIDGET).now()).isEqualTo(PLAYED);
        assertThat(Openings.of("", drafts).of(WIDGET).now()).isEqualTo(LEFT);
    }

    @Test
    void aDraftFromAnotherStartIsOutOfDate() {
        Map<String, Draft> drafts = Map.of("bench", new Draft(PLAYED, LEFT));

        assertThat(Openings.of(null, drafts).of(WIDGET)).isEqualTo(Opening.at(START));
    }

    @Test
    void severalWidgetsHaveTheirStatesInOneAddress() {
        WidgetBlock other = new WidgetBlock(new WidgetId("other"), "kl-discrete", START, "");
        Openings openings = Openings.of("w.bench=" + PLAYED + "&w.other=" + LEFT, Map.of());

        assertThat(openings.of(WIDGET).now()).isEqualTo(PLAYED);
        assertThat(openings.of(other).now()).isEqualTo(LEFT);
    }

    @Test
    void anEscapedStateIsTheSame() {
        assertThat(Openings.of("w.bench=1%7Ebits%7E0.25_0.75%7E0.5_0.5", Map.of())
                        .of(WIDGET)
                        .now())
                .isEqualTo(PLAYED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "2~nats~0.5_0.5~0.7_0.3",
                "1~nats~0.5_0.5~0.7",
                "1~nats~0.5_0.5~0.7_NaN",
                "1~nats~0.5_0.5~1e999_0",
                "1~nats~0.5_0.5~0.7_0.3~",
                "1~nats~0.5_0.5~-1_2",
                "%",
                "%zz",
                "%00",
                "<script>alert(1)</script>",
                "%3Cscript%3E",
                "1~nats~0.5_0.5~0.7_0.3%0d%0aSet-Cookie:x"
            })
    void whatCannotBeReadBecomesTheStartWithANotice(String text) {
        Opening opening = Openings.of("w.bench=" + text, Map.of()).of(WIDGET);

        assertThat(opening.now()).isEqualTo(START);
        assertThat(opening.notice()).contains("cannot be read").doesNotContain("<", "%");
    }

    @Test
    void anEndlessStateIsNotLookedAt() {
        String endless = "1~nats~" + "0.5_".repeat(200_000) + "0~0.7_0.3";

        assertThat(Openings.of("w.bench=" + endless, Map.of()).of(WIDGET).now()).isEqualTo(START);
    }
}
