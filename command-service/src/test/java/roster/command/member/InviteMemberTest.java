package roster.command.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import roster.command.Client;
import roster.command.ServiceTest;

@ServiceTest
class InviteMemberTest {
    @BeforeAll
    static void register(@Autowired Client client) {
        assertThat(client.register("inviting").status()).isEqualTo(201);
    }

    @Test
    void an_invitation_is_answered_with_the_member_and_where_to_find_them(@Autowired Client client) {
        var answer = client.invite("inviting", "Grace@Navy.example", "developer");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/organizations/inviting/members/" + answer.text("/memberId"));
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.header("Consistency-Token")).matches("\\d+");
        assertThat(answer.text("/email")).isEqualTo("Grace@Navy.example");
        assertThat(answer.text("/role")).isEqualTo("developer");
        assertThat(answer.text("/status")).isEqualTo("invited");
        assertThat(answer.text("/invitation/status")).isEqualTo("pending");
    }
}
