package roster.benchmark.profile;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import org.jspecify.annotations.Nullable;

/** To which library a sample belongs: the first one in its stack that is not the JDK. */
final class Area {
    private static final String JDK = "JDK alone";
    /** Prefixes of packages, the longer ones first, where one begins with another. */
    private static final List<String> LIBRARIES = List.of("roster.eventstore", "roster.access", "roster.http", "roster", "org.postgresql",
            "org.springframework.jdbc", "org.springframework.transaction", "org.springframework.security", "org.springframework.web",
            "org.springframework.http", "org.springframework.aop", "org.springframework", "org.apache.kafka", "org.apache.catalina",
            "org.apache.coyote", "org.apache.tomcat", "org.axonframework", "io.micrometer", "tools.jackson", "com.fasterxml", "com.zaxxer",
            "org.hibernate", "com.github.benmanes", "ch.qos.logback", "org.slf4j");

    private Area() {}

    static String of(@Nullable RecordedStackTrace stack) {
        return stack == null ? JDK : stack.getFrames().stream().map(Area::library).filter(it -> !it.equals(JDK)).findFirst().orElse(JDK);
    }

    private static String library(RecordedFrame frame) {
        var type = frame.getMethod().getType().getName();
        return LIBRARIES.stream().filter(it -> type.startsWith(it + ".")).findFirst().orElse(JDK);
    }

    /** Roster's methods in a stack. */
    static Set<String> own(@Nullable RecordedStackTrace stack) {
        return stack == null ? Set.of() : stack.getFrames().stream().map(RecordedFrame::getMethod)
                .filter(it -> it.getType().getName().startsWith("roster.") && !it.getName().startsWith("lambda$"))
                .map(it -> it.getType().getName() + "." + it.getName()).collect(Collectors.toSet());
    }

    /** The method in which the sample was taken. */
    static String top(@Nullable RecordedStackTrace stack) {
        if (stack == null || stack.getFrames().isEmpty()) {
            return "unknown";
        }
        var method = stack.getFrames().getFirst().getMethod();
        return method.getType().getName() + "." + method.getName();
    }
}
