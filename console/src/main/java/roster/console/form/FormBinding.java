package roster.console.form;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Binds the components of forms, which are records, and ignores parameters that name anything within them, such as {@code key..1}. */
@ControllerAdvice
class FormBinding {
    @InitBinder
    void bindComponentsOnly(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }
}
