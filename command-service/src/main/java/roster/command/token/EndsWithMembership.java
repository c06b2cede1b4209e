package roster.command.token;

import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import roster.command.bus.Command;
import roster.command.bus.Consequence;
import roster.command.token.ApiTokenCommand.RevokeApiToken;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.eventstore.NewEvent;

/** Revokes personal tokens when their owner is deleted. */
@Component
class EndsWithMembership implements Consequence {
    private final ApiTokens tokens;

    EndsWithMembership(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Stream<Command> of(Command cause, NewEvent decided) {
        return decided.event() instanceof MemberDeleted it
                ? tokens.ofMember(it.memberId()).stream()
                        .map(id -> new RevokeApiToken(id, decided.metadata().organizationId(), it.memberId()))
                : Stream.empty();
    }
}
