package roster.contract.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import roster.contract.event.Actor;
import roster.contract.event.ApiTokenKind;
import roster.contract.event.InvitationStatus;
import roster.contract.event.MemberStatus;
import roster.contract.mail.Language;
import roster.contract.mail.MailFailure;
import roster.contract.mail.MailRecipient;
import roster.contract.role.Permission;
import roster.contract.role.Role;
import roster.contract.role.Scope;

class WordTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(classes = {Actor.Kind.class, ApiTokenKind.class, InvitationStatus.class, MemberStatus.class, Language.class,
            MailFailure.class, MailRecipient.class, Permission.class, Role.class, Scope.class})
    void is_the_same_in_json_and_in_text(Class<? extends Word> type) {
        for (var constant : type.getEnumConstants()) {
            assertThat(Word.read(type, constant.value())).isSameAs(constant);
            assertThat(JSON.writeValueAsString(constant)).isEqualTo("\"" + constant.value() + "\"");
            assertThat(JSON.readValue("\"" + constant.value() + "\"", type)).isSameAs(constant);
        }
        assertThat(Arrays.stream(type.getEnumConstants()).map(Word::value)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ADMIN", "owner", " admin", "\0"})
    void an_unknown_one_is_answered_with_the_known_ones(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Word.read(Role.class, text))
                .withMessage("is not one of admin, developer, endpoint_user");
        assertThatIllegalArgumentException().isThrownBy(() -> Word.read(Scope.class, text))
                .withMessage(
                        "is not one of developer-operations, protected-endpoint, member-administration, directory, decisions, audit, events");
    }
}
