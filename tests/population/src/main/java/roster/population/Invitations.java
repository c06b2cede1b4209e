package roster.population;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;

import roster.contract.event.Actor;
import roster.contract.event.Identity;
import roster.contract.event.InvitationMailEvent.InvitationMailFailed;
import roster.contract.event.InvitationMailEvent.InvitationMailSent;
import roster.contract.event.MemberEvent.InvitationAccepted;
import roster.contract.event.MemberEvent.InvitationDeclined;
import roster.contract.event.MemberEvent.InvitationExpired;
import roster.contract.event.MemberEvent.InvitationResent;
import roster.contract.event.MemberEvent.InvitationRevoked;
import roster.contract.event.MemberEvent.MemberEmailChanged;
import roster.contract.event.MemberEvent.MemberInvited;
import roster.contract.event.MemberEvent.NewInvitationRequested;
import roster.contract.event.MemberStatus;
import roster.contract.event.Organization;
import roster.contract.mail.MailFailure;
import roster.contract.mail.MailRecipient;
import roster.population.Life.Stage;
import roster.population.Lives.Delays;

/** Invitations: their e-mails, and how they end. */
final class Invitations {
    private final Organization organization;
    private final Agenda agenda;
    private final Authors authors;
    private final Delays delays;
    private final Random random;
    private final LongFunction<Instant> clock;
    private final Memberships memberships;

    Invitations(Organization organization, Agenda agenda, Authors authors, Delays delays, Random random, LongFunction<Instant> clock,
            Memberships memberships) {
        this.organization = organization;
        this.agenda = agenda;
        this.authors = authors;
        this.delays = delays;
        this.random = random;
        this.clock = clock;
        this.memberships = memberships;
    }

    Happening invite(Life life, long now) {
        issued(life, now);
        return authors.act(new MemberInvited(life.id, organization, life.invitation, life.name, life.email, life.role,
                authors.admin().asInviter(), expiry(now)));
    }

    private Instant expiry(long now) {
        return clock.apply(now).plus(Lives.VALID);
    }

    private void issued(Life life, long now) {
        life.stage = Stage.INVITED;
        int issue = life.issue;
        for (var recipient : MailRecipient.values()) {
            agenda.add(now + delays.soon(), life, _ -> true, (it, _) -> Lives.one(mail(it, issue, recipient)));
        }
        int choice = random.nextInt(100);
        if (choice < 80) {
            plan(life, now + Math.min(delays.about(1.5), delays.days(6)), this::accept);
        } else if (choice < 83) {
            plan(life, now + delays.about(1), this::decline);
        } else if (choice < 86) {
            plan(life, now + delays.about(1), this::revoke);
        } else if (choice < 89) {
            plan(life, now + delays.about(1), this::correct);
        } else if (choice < 91) {
            plan(life, now + delays.about(1), memberships::delete);
        } else {
            plan(life, now + delays.days(7), this::expire);
        }
    }

    /** Happens unless the invitation has ended or is replaced by then. */
    private void plan(Life life, long due, Agenda.Step step) {
        int issue = life.issue;
        agenda.add(due, life, it -> it.stage == Stage.INVITED && it.issue == issue, step);
    }

    private Happening mail(Life it, int issue, MailRecipient recipient) {
        return Happening.by(Actor.SYSTEM, random.nextInt(100) < 97
                ? new InvitationMailSent(it.invitation, it.id, issue, recipient)
                : new InvitationMailFailed(it.invitation, it.id, issue, recipient, MailFailure.MAILBOX_FULL, "552 5.2.2"));
    }

    private List<Happening> accept(Life it, long now) {
        memberships.begin(it);
        return Lives.one(Authors.self(it,
                new InvitationAccepted(it.id, it.invitation, it.role, new Identity("console", it.id.toString()))));
    }

    private List<Happening> decline(Life it, long now) {
        memberships.end(it, now);
        return Lives.one(Authors.self(it, new InvitationDeclined(it.id, it.invitation)));
    }

    private List<Happening> revoke(Life it, long now) {
        memberships.end(it, now);
        return Lives.one(authors.act(new InvitationRevoked(it.id, it.invitation)));
    }

    /** Another address, and an invitation to it. */
    private List<Happening> correct(Life it, long now) {
        var before = it.email;
        it.email = Names.address(it.name, it.number, "corrected" + ++it.addresses + ".example");
        var moved = authors.act(new MemberEmailChanged(it.id, organization, it.invitation, it.name, it.role, MemberStatus.INVITED, before,
                it.email));
        return List.of(moved, resend(it, now).getFirst());
    }

    private List<Happening> resend(Life it, long now) {
        it.issue++;
        issued(it, now);
        return Lives.one(authors.act(new InvitationResent(it.id, organization, it.invitation, it.issue, it.name, it.email, it.role,
                authors.admin().asInviter(), expiry(now))));
    }

    private List<Happening> expire(Life it, long now) {
        it.stage = Stage.EXPIRED;
        int choice = random.nextInt(100);
        if (choice < 55) {
            agenda.add(now + delays.about(3), it, life -> life.stage == Stage.EXPIRED, this::resend);
        } else if (choice < 75) {
            agenda.add(now + delays.about(3), it, life -> life.stage == Stage.EXPIRED, this::request);
        } else if (choice < 85) {
            agenda.add(now + delays.about(30), it, life -> life.stage == Stage.EXPIRED, memberships::delete);
        }
        return Lives.one(Happening.by(Actor.SYSTEM, new InvitationExpired(it.id, it.invitation, clock.apply(now))));
    }

    private List<Happening> request(Life it, long now) {
        it.stage = Stage.REQUESTED;
        agenda.add(now + delays.about(1), it, life -> life.stage == Stage.REQUESTED, this::resend);
        return Lives.one(Authors.self(it, new NewInvitationRequested(it.id, organization, it.invitation, it.issue, it.name, it.email,
                it.role, authors.admin().asInviter(), clock.apply(now))));
    }
}
