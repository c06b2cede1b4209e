package roster.command.access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import roster.access.control.Caller;
import roster.access.control.Denied;
import roster.access.requirement.OperatorOnly;
import roster.access.requirement.Requires;

/** Checks whether the caller may send a command. A command without a declared permission is rejected. */
@Component
public final class Gate {
    /**
     * @param named the member in whose name it is sent, who must be allowed to send it too
     * @throws Denied otherwise
     */
    public void check(Caller caller, @Nullable Caller named, Object command) {
        check(caller, command);
        if (named != null) {
            checkNamed(named, command);
        }
    }

    private static void checkNamed(Caller named, Object command) {
        try {
            check(named, command);
        } catch (Denied denied) {
            throw denied.ofNamedMember();
        }
    }

    private static void check(Caller caller, Object command) {
        var type = command.getClass();
        if (type.isAnnotationPresent(LinkBearer.class) || (command instanceof Owned owned && caller.is(owned.owner()))
                || (type.isAnnotationPresent(SystemOnly.class) && caller.equals(Caller.SYSTEM))) {
            return;
        }
        if (type.isAnnotationPresent(PeopleOnly.class)) {
            caller.requirePerson();
        }
        if (command instanceof NeedsByContent needs) {
            caller.require(needs.needed());
        } else if (type.isAnnotationPresent(Requires.class)) {
            caller.require(type.getAnnotation(Requires.class).value());
        } else if (type.isAnnotationPresent(OwnerOnly.class) && command instanceof Owned owned) {
            caller.requireToBe(owned.owner());
        } else if (type.isAnnotationPresent(OperatorOnly.class)) {
            caller.requireOperator();
        } else if (type.isAnnotationPresent(NotificationServiceOnly.class)) {
            caller.requireNotificationService();
        } else {
            throw new IllegalStateException(type.getSimpleName() + " declares no permission");
        }
    }
}
