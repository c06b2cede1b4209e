package roster.contract;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import roster.contract.event.InvitationStatus;
import roster.contract.event.MemberStatus;
import roster.contract.event.Personal;

/** All shapes of a record that has every field set: with the least fields, erased, and with each constant of its enums. */
public final class Variants {
    /** The name of a variant that has every field. */
    public static final String COMPLETE = "complete";
    /** They end the membership, and are in no event or state. */
    private static final Set<Enum<?>> NEVER_SAID = Set.of(MemberStatus.DELETED, InvitationStatus.DECLINED, InvitationStatus.REVOKED);

    private Variants() {}

    /** Names and variants; those that differ from the ones before. */
    public static <R extends Record> Map<String, R> of(R complete) {
        var variants = shapes(complete);
        enums(complete).distinct().flatMap(it -> Arrays.stream(it.getEnumConstants())).filter(it -> !NEVER_SAID.contains(it))
                .forEach(it -> add(variants, it.toString(), rebuilt(complete, (_, value) -> with(it, value))));
        return variants;
    }

    /** The variants that differ in which fields they have. */
    public static <R extends Record> Map<String, R> shapes(R complete) {
        var shapes = new LinkedHashMap<String, R>();
        shapes.put(COMPLETE, complete);
        add(shapes, "least", rebuilt(complete,
                (field, value) -> field.getAnnotatedType().isAnnotationPresent(Nullable.class) ? null : value));
        add(shapes, "erased", rebuilt(complete, (field, value) -> field.isAnnotationPresent(Personal.class) ? null : value));
        return shapes;
    }

    private static <R extends Record> void add(Map<String, R> variants, String name, R variant) {
        if (!variants.containsValue(variant)) {
            variants.put(name, variant);
        }
    }

    private static @Nullable Object with(Enum<?> constant, @Nullable Object value) {
        var type = constant.getDeclaringClass();
        return type.isInstance(value) ? constant
                : value instanceof List<?> list && type.isInstance(list.getFirst()) ? List.of(constant) : value;
    }

    private static Stream<Class<? extends Enum<?>>> enums(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents()).map(it -> valueOf(it, record)).flatMap(value -> switch (value) {
            case Enum<?> it -> Stream.of(it.getDeclaringClass());
            case List<?> it -> Stream.of(((Enum<?>) it.getFirst()).getDeclaringClass());
            case Record it -> enums(it);
            case null, default -> Stream.empty();
        });
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> R rebuilt(R record, BiFunction<RecordComponent, @Nullable Object, @Nullable Object> change) {
        var components = record.getClass().getRecordComponents();
        var values = Arrays.stream(components).map(it -> {
            var value = change.apply(it, valueOf(it, record));
            return value instanceof Record nested ? rebuilt(nested, change) : value;
        }).toArray();
        try {
            var constructor = record.getClass().getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            return (R) Objects.requireNonNull(constructor.newInstance(values));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
