package roster.contract.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static roster.contract.role.Permission.*;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScopeTest {
    @Test
    void developer_operations_are_what_developers_may_but_for_creating_tokens() {
        assertThat(Scope.DEVELOPER_OPERATIONS.permissions()).containsExactlyInAnyOrder(DEPLOYMENTS_MANAGE, DEPLOYMENTS_CONFIGURE,
                INFERENCE_RUN, DEPLOYMENTS_OBSERVE, BENTOS_PULL, MODELS_PULL, BENTOS_PUSH, BENTOS_DELETE, MODELS_DELETE);
    }

    @Test
    void the_other_scopes_are_what_they_are_called() {
        assertThat(Scope.PROTECTED_ENDPOINT.permissions()).containsExactly(INFERENCE_RUN);
        assertThat(Scope.MEMBER_ADMINISTRATION.permissions()).containsExactlyInAnyOrder(MEMBERS_MANAGE, ROLES_MANAGE, MEMBERS_VIEW,
                DECISIONS_READ);
        assertThat(Scope.DIRECTORY.permissions()).containsExactly(MEMBERS_VIEW);
        assertThat(Scope.DECISIONS.permissions()).containsExactly(DECISIONS_READ);
        assertThat(Scope.AUDIT.permissions()).containsExactlyInAnyOrder(AUDIT_READ, MEMBERS_VIEW, EVENTS_READ);
        assertThat(Scope.EVENTS.permissions()).containsExactly(EVENTS_READ);
    }

    @ParameterizedTest
    @EnumSource
    void no_scope_covers_the_creation_of_tokens(Scope scope) {
        assertThat(scope.permissions()).doesNotContain(TOKENS_CREATE_DEVELOPER_OPERATIONS, TOKENS_CREATE_PROTECTED_ENDPOINT,
                TOKENS_CREATE_MEMBER_ADMINISTRATION);
    }

    @ParameterizedTest
    @EnumSource
    void a_role_that_may_grant_a_scope_has_its_permissions(Scope scope) {
        for (var role : Role.values()) {
            if (role.permissions().contains(scope.neededToGrant())) {
                assertThat(role.permissions()).as(role.value()).containsAll(scope.permissions());
            }
        }
    }

    @Test
    void scopes_add_up() {
        assertThat(Scope.permissions(List.of(Scope.AUDIT, Scope.DIRECTORY, Scope.AUDIT)))
                .containsExactly(MEMBERS_VIEW, AUDIT_READ, EVENTS_READ);
        assertThat(Scope.permissions(List.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_scope_is_known_by_its_value_alone(Scope scope) {
        assertThat(Scope.of(scope.value())).isEqualTo(scope);
        assertThatIllegalArgumentException().isThrownBy(() -> Scope.of(scope.name()));
    }
}
