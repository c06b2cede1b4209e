package roster.command.access;

import org.springframework.stereotype.Component;

import roster.command.rejection.Refused;
import roster.command.rejection.Rejection.Forbidden;

/** Lets a command through when its caller may send it. A command that does not say who may, nobody may. */
@Component
public final class Gate {
    public void check(Caller caller, Object command) {
        var type = command.getClass();
        if (type.isAnnotationPresent(LinkBearer.class)) {
            return;
        }
        var required = type.getAnnotation(Requires.class);
        if (required != null ? !caller.permissions().contains(required.value()) : !mayAsOperator(caller, type)) {
            throw new Refused(new Forbidden(required == null ? "operator" : required.value().value()));
        }
    }

    private static boolean mayAsOperator(Caller caller, Class<?> command) {
        return caller.isOperator() && command.isAnnotationPresent(OperatorOnly.class);
    }
}
