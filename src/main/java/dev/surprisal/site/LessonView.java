package dev.surprisal.site;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.router.*;

@Tag("lesson-connection")
@Route("lesson")
class LessonView extends Component implements HasUrlParameter<String> {
    @ClientCallable
    public String answer(String item, String input) {
        return "answered " + item + input;
    }

    @Override
    public void setParameter(BeforeEvent event, @WildcardParameter String parameter) {}
}
