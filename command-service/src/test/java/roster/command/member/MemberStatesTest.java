package roster.command.member;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static roster.command.member.Story.ACCOUNT;
import static roster.command.member.Story.ACME;
import static roster.command.member.Story.ADDRESS;
import static roster.command.member.Story.EXPIRY;
import static roster.command.member.Story.GRACE;
import static roster.command.member.Story.INVITATION;
import static roster.command.member.Story.LINK;
import static roster.command.member.Story.NOW;
import static roster.command.member.Story.accepted;
import static roster.command.member.Story.byOperator;
import static roster.command.member.Story.expired;
import static roster.command.member.Story.id;
import static roster.command.member.Story.invited;
import static roster.command.member.Story.requested;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import roster.command.member.MemberCommand.AcceptInvitation;
import roster.command.member.MemberCommand.AskForNewInvitation;
import roster.command.member.MemberCommand.ChangeMemberEmail;
import roster.command.member.MemberCommand.ChangeMemberName;
import roster.command.member.MemberCommand.ChangeMemberRole;
import roster.command.member.MemberCommand.ConfirmMemberAccess;
import roster.command.member.MemberCommand.DeclineInvitation;
import roster.command.member.MemberCommand.DeleteMember;
import roster.command.member.MemberCommand.EraseMember;
import roster.command.member.MemberCommand.ExpireInvitation;
import roster.command.member.MemberCommand.LinkAccount;
import roster.command.member.MemberCommand.ReactivateMember;
import roster.command.member.MemberCommand.ResendInvitation;
import roster.command.member.MemberCommand.RevokeInvitation;
import roster.command.member.MemberCommand.SuspendMember;
import roster.command.member.MemberCommand.UnlinkAccount;
import roster.command.rejection.Rejection;
import roster.contract.email.EmailAddress;
import roster.contract.event.Identity;
import roster.contract.event.MemberEvent;
import roster.contract.event.MemberEvent.InvitationDeclined;
import roster.contract.event.MemberEvent.InvitationRevoked;
import roster.contract.event.MemberEvent.MemberDeleted;
import roster.contract.event.MemberEvent.MemberErased;
import roster.contract.event.MemberEvent.MemberSuspended;
import roster.contract.event.MemberStatus;
import roster.contract.role.Role;

/** Each command in each state of a member leads to events, a rejection (!) or nothing (-). */
class MemberStatesTest {
    private static final String TABLE = """
            command             | invited               | overdue                                   | expired                | asked again           | active                | suspended             | declined, revoked, deleted | erased
            ResendInvitation    | InvitationResent      | InvitationResent                          | InvitationResent       | InvitationResent      | !MemberNotInvited     | !MemberNotInvited     | !MemberNotInvited          | !MemberNotInvited
            RevokeInvitation    | InvitationRevoked     | InvitationRevoked                         | !InvitationNotPending  | !InvitationNotPending | !InvitationNotPending | !InvitationNotPending | !InvitationNotPending      | !InvitationNotPending
            AcceptInvitation    | InvitationAccepted    | !InvitationExpired                        | !InvitationExpired     | !InvitationExpired    | !InvitationEnded      | !InvitationEnded      | !InvitationEnded           | !InvitationEnded
            DeclineInvitation   | InvitationDeclined    | !InvitationExpired                        | !InvitationExpired     | !InvitationExpired    | !InvitationEnded      | !InvitationEnded      | !InvitationEnded           | !InvitationEnded
            AskForNewInvitation | !InvitationNotExpired | InvitationExpired, NewInvitationRequested | NewInvitationRequested | -                     | !InvitationEnded      | !InvitationEnded      | !InvitationEnded           | !InvitationEnded
            ExpireInvitation    | -                     | InvitationExpired                         | -                      | -                     | -                     | -                     | -                          | -
            ChangeMemberName    | MemberNameChanged     | MemberNameChanged                         | MemberNameChanged      | MemberNameChanged     | MemberNameChanged     | MemberNameChanged     | !MemberAlreadyDeleted      | !MemberAlreadyDeleted
            ChangeMemberEmail | MemberEmailChanged, InvitationResent | MemberEmailChanged, InvitationResent | MemberEmailChanged, InvitationResent | MemberEmailChanged, InvitationResent | MemberEmailChanged | MemberEmailChanged | !MemberAlreadyDeleted | !MemberAlreadyDeleted
            ChangeMemberRole    | MemberRoleChanged     | MemberRoleChanged                         | MemberRoleChanged      | MemberRoleChanged     | MemberRoleChanged     | MemberRoleChanged     | !MemberAlreadyDeleted      | !MemberAlreadyDeleted
            ConfirmMemberAccess | MemberAccessConfirmed | MemberAccessConfirmed                     | MemberAccessConfirmed  | MemberAccessConfirmed | MemberAccessConfirmed | MemberAccessConfirmed | !MemberAlreadyDeleted      | !MemberAlreadyDeleted
            LinkAccount         | !MemberNotActive      | !MemberNotActive                          | !MemberNotActive       | !MemberNotActive      | AccountLinked         | !MemberNotActive      | !MemberNotActive           | !MemberNotActive
            UnlinkAccount       | !NotFound             | !NotFound                                 | !NotFound              | !NotFound             | !LastAccount          | !LastAccount          | !MemberAlreadyDeleted      | !MemberAlreadyDeleted
            SuspendMember       | !MemberNotActive      | !MemberNotActive                          | !MemberNotActive       | !MemberNotActive      | MemberSuspended       | !MemberNotActive      | !MemberNotActive           | !MemberNotActive
            ReactivateMember    | !MemberNotSuspended   | !MemberNotSuspended                       | !MemberNotSuspended    | !MemberNotSuspended   | !MemberNotSuspended   | MemberReactivated     | !MemberNotSuspended        | !MemberNotSuspended
            DeleteMember        | MemberDeleted         | MemberDeleted                             | MemberDeleted          | MemberDeleted         | MemberDeleted         | MemberDeleted         | -                          | -
            EraseMember         | !MemberNotDeleted     | !MemberNotDeleted                         | !MemberNotDeleted      | !MemberNotDeleted     | !MemberNotDeleted     | !MemberNotDeleted     | MemberErased               | -
            """;

    private record State(Instant now, List<MemberEvent> past) {}

    private static final Map<String, State> STATES = Map.of(
            "invited", new State(NOW, List.of(invited())),
            "overdue", new State(EXPIRY, List.of(invited())),
            "expired", new State(EXPIRY, List.of(invited(), expired())),
            "asked again", new State(EXPIRY, List.of(invited(), expired(), requested())),
            "active", new State(NOW, List.of(invited(), accepted())),
            "suspended", new State(NOW, List.of(invited(), accepted(), new MemberSuspended(GRACE))),
            "declined", new State(NOW, List.of(invited(), new InvitationDeclined(GRACE, INVITATION))),
            "revoked", new State(NOW, List.of(invited(), new InvitationRevoked(GRACE, INVITATION))),
            "deleted", new State(NOW, List.of(invited(), accepted(), new MemberDeleted(GRACE, MemberStatus.ACTIVE))),
            "erased", new State(NOW, List.of(invited(), new InvitationRevoked(GRACE, INVITATION), new MemberErased(GRACE))));

    private static final Map<String, MemberCommand> COMMANDS = Stream.of(
            new ResendInvitation(GRACE, ACME.id()), new RevokeInvitation(GRACE, ACME.id()),
            new AcceptInvitation(ACME.id(), LINK, List.of(ADDRESS), ACCOUNT), new DeclineInvitation(ACME.id(), LINK),
            new AskForNewInvitation(ACME.id(), LINK),
            new ExpireInvitation(GRACE, ACME.id()), new ChangeMemberName(GRACE, ACME.id(), "Grace Brewster Hopper"),
            new ChangeMemberEmail(GRACE, ACME.id(), EmailAddress.of("grace@hopper.example")),
            new ChangeMemberRole(GRACE, ACME.id(), Role.ENDPOINT_USER, false),
            new ConfirmMemberAccess(GRACE, ACME.id(), Role.DEVELOPER),
            new LinkAccount(GRACE, ACME.id(), id(9), new Identity("google", "1906")), new UnlinkAccount(GRACE, ACME.id(), GRACE),
            new SuspendMember(GRACE, ACME.id(), false), new ReactivateMember(GRACE, ACME.id()), new DeleteMember(GRACE, ACME.id(), false),
            new EraseMember(GRACE, ACME.id()))
            .collect(Collectors.toMap(it -> it.getClass().getSimpleName(), Function.identity()));

    @TestFactory
    Stream<DynamicTest> every_command_in_every_state() {
        var rows = TABLE.lines().map(line -> line.split("\\s*\\|\\s*", -1)).toList();
        var states = rows.getFirst();
        return rows.stream().skip(1).flatMap(row -> IntStream.range(1, row.length).boxed()
                .flatMap(column -> Arrays.stream(states[column].split(", ", -1)).map(state -> test(row[0], state, row[column]))));
    }

    private static DynamicTest test(String command, String state, String outcome) {
        return dynamicTest(command + " when " + state + ": " + outcome, () -> {
            var given = Objects.requireNonNull(STATES.get(state), state);
            expect(outcome, MemberFixture.besideAda().at(given.now).given(given.past).when(Objects.requireNonNull(COMMANDS.get(command)),
                    byOperator(null)));
        });
    }

    private static void expect(String outcome, ResultValidator<Member> result) {
        if (outcome.startsWith("!")) {
            result.expectNoEvents().expectExceptionDetails(rejection(outcome.substring(1)));
        } else if (outcome.equals("-")) {
            result.expectNoEvents().expectSuccessfulHandlerExecution();
        } else {
            result.expectEventsMatching(events(outcome)).expectSuccessfulHandlerExecution();
        }
    }

    private static Matcher<Object> rejection(String name) {
        return new CustomMatcher<>(name) {
            @Override
            public boolean matches(Object details) {
                return details instanceof Rejection && details.getClass().getSimpleName().equals(name);
            }
        };
    }

    private static Matcher<List<EventMessage<?>>> events(String names) {
        return new CustomMatcher<>(names) {
            @Override
            public boolean matches(Object events) {
                return events instanceof List<?> list && list.stream().map(it -> ((EventMessage<?>) it).getPayloadType().getSimpleName())
                        .collect(Collectors.joining(", ")).equals(names);
            }
        };
    }
}
