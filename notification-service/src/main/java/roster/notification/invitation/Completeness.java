package roster.notification.invitation;

import java.lang.reflect.RecordComponent;

import org.jspecify.annotations.Nullable;

/** Sees to it that what was read from JSON has everything that its records promise, because a missing field reads as null. */
final class Completeness {
    private Completeness() {}

    /** @throws IllegalArgumentException naming what is missing */
    static void require(@Nullable Object read) {
        if (read == null) {
            throw new IllegalArgumentException("nothing");
        }
        if (read instanceof Record record) {
            for (var component : record.getClass().getRecordComponents()) {
                require(record, component);
            }
        }
    }

    private static void require(Record record, RecordComponent component) {
        var value = value(record, component);
        if (value != null) {
            require(value);
        } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            throw new IllegalArgumentException(record.getClass().getSimpleName() + " without " + component.getName());
        }
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a public record can be read", e);
        }
    }
}
