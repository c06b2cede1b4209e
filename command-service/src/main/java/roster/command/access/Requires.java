package roster.command.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import roster.contract.role.Permission;

/** The permission that a command needs. Every command has exactly one of this, {@link OperatorOnly}, {@link LinkBearer} and {@link SystemOnly}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Requires {
    Permission value();
}
