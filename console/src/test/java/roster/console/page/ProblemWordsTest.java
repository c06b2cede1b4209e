package roster.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import roster.console.service.ServiceProblem;

class ProblemWordsTest {
    private static final List<String> CODES = List.of("account-taken", "content-too-large", "email-not-verified", "email-taken",
            "forbidden",
            "idempotency-key-reused", "internal", "invitation-ended", "invitation-expired", "invitation-not-expired",
            "invitation-not-pending",
            "last-admin", "member-deleted", "member-not-active", "member-not-deleted", "member-not-invited", "member-not-suspended",
            "member-unreadable", "not-found", "precondition-failed", "request-in-flight", "request-timeout", "slug-taken",
            "too-many-requests",
            "unauthenticated", "unavailable", "wrong-account");

    private static String words(String code, String detail) {
        return ProblemWords.of(new ServiceProblem(code, 409, detail, List.of(), null));
    }

    @Test
    void each_code_has_a_sentence_of_its_own() {
        assertThat(CODES.stream().map(it -> words(it, "the detail"))).doesNotHaveDuplicates()
                .allSatisfy(it -> assertThat(it).endsWith(".").doesNotContain("The detail"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"conflict", "invalid", "newer-than-the-console"})
    void what_the_console_does_not_know_is_told_in_the_words_of_the_service(String code) {
        assertThat(words(code, "This account belongs to another member of the organization."))
                .isEqualTo("This account belongs to another member of the organization.");
        assertThat(words(code, "")).isEqualTo("Roster rejected this.");
    }
}
