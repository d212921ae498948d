package dev.surprisal.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.widget.Catalogue;
import dev.surprisal.widget.WidgetMarkup;
import dev.surprisal.widget.WidgetMarkup.Opening;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class PagesTest {

    @Test
    void aPartOfAPageThatFailsLeavesANoticeInItsPlace() {
        String html = Pages.orNotice(
                "workbench",
                "picture to play with",
                () -> WidgetMarkup.element("workbench", "kl-discrete", Opening.at("no state of it"), ""));

        Element notice = Objects.requireNonNull(Jsoup.parseBodyFragment(html).getElementById("workbench"));
        assertThat(notice.text())
                .startsWith("This picture to play with cannot be shown just now.")
                .containsPattern("Reference [0-9a-f]{8}$")
                .doesNotContain("Exception", "no state of it");
    }

    @Test
    void aPartThatDoesNotFailIsShown() {
        String html = Pages.orNotice(
                "workbench",
                "picture to play with",
                () -> WidgetMarkup.element("workbench", "kl-discrete", Opening.at(Catalogue.start("kl-discrete")), ""));

        assertThat(html).startsWith("<course-widget").doesNotContain("class=\"broken\"");
    }
}
