package roster.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import java.lang.annotation.Annotation;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.springframework.web.bind.annotation.RequestMapping;

import roster.access.requirement.AnyCaller;
import roster.access.requirement.Anybody;
import roster.access.requirement.OperatorOnly;
import roster.access.requirement.Requires;

/** Condition that each controller method declares exactly one kind of permission. */
final class DeclaredNeeds extends ArchCondition<JavaMethod> {
    static final ArchRule OF_MAPPED_METHODS = methods().that().areMetaAnnotatedWith(RequestMapping.class).should(new DeclaredNeeds());
    private static final List<Class<? extends Annotation>> NEEDS = List.of(Requires.class, OperatorOnly.class, AnyCaller.class,
            Anybody.class);

    private DeclaredNeeds() {
        super("say in one way who may ask");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        var said = NEEDS.stream().filter(method::isAnnotatedWith).map(Class::getSimpleName).toList();
        events.add(new SimpleConditionEvent(method, said.size() == 1, method.getFullName() + " says " + said));
    }
}
