package roster.console.members;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import roster.console.organization.Membership;
import roster.console.service.Command;
import roster.contract.event.MemberStatus;
import roster.contract.role.Permission;

/** What can be done to a member, with the words for it. */
enum MemberAction {
    ROLE("Change role", "Change role", Permission.ROLES_MANAGE) {
        @Override
        boolean fits(Member member) {
            return member.status() != MemberStatus.DELETED;
        }

        @Override
        String current(Member member) {
            return member.role().value();
        }
    },
    NAME("Change name", "Change name", Permission.MEMBERS_MANAGE) {
        @Override
        boolean fits(Member member) {
            return member.status() != MemberStatus.DELETED;
        }

        @Override
        String current(Member member) {
            return member.name();
        }
    },
    EMAIL("Change address", "Change address", Permission.MEMBERS_MANAGE) {
        @Override
        boolean fits(Member member) {
            return member.status() != MemberStatus.DELETED;
        }

        @Override
        String current(Member member) {
            return member.email();
        }
    },
    RESEND("Resend invitation", "Send", Permission.MEMBERS_MANAGE) {
        @Override
        boolean fits(Member member) {
            return member.status() == MemberStatus.INVITED;
        }
    },
    REVOKE("Revoke invitation", "Revoke", Permission.MEMBERS_MANAGE) {
        @Override
        boolean fits(Member member) {
            return member.isPending();
        }
    },
    SUSPEND("Suspend", "Suspend", Permission.MEMBERS_MANAGE) {
        @Override
        boolean fits(Member member) {
            return member.status() == MemberStatus.ACTIVE;
        }
    },
    REACTIVATE("Reactivate", "Reactivate", Permission.MEMBERS_MANAGE) {
        @Override
        boolean fits(Member member) {
            return member.status() == MemberStatus.SUSPENDED;
        }
    },
    /** A pending invitation is revoked. */
    DELETE("Delete Member", "Delete", Permission.MEMBERS_MANAGE) {
        @Override
        boolean fits(Member member) {
            return member.status() != MemberStatus.DELETED && !member.isPending();
        }
    },
    /** For good. What they did stays in the history. */
    ERASE("Erase name and address", "Erase for good", Permission.MEMBERS_MANAGE) {
        @Override
        boolean fits(Member member) {
            return member.status() == MemberStatus.DELETED && !member.isErased();
        }
    },
    LEAVE("Leave organization", "Leave", Permission.MEMBERS_VIEW) {
        @Override
        boolean fits(Member member) {
            return member.status() == MemberStatus.ACTIVE;
        }
    };

    private static final String MEMBER = "/organizations/{org}/members/{member}";

    private final String title;
    private final String button;
    private final Permission needed;

    MemberAction(String title, String button, Permission needed) {
        this.title = title;
        this.button = button;
        this.needed = needed;
    }

    abstract boolean fits(Member member);

    /** The value of the member that the action changes, as the dialog shows it first; null for an action without one. */
    @Nullable String current(Member member) {
        return null;
    }

    public String title() {
        return title;
    }

    /** What is pressed when one has made up one's mind. */
    public String button() {
        return button;
    }

    /** Its part of the path, and the field that has the new value. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether there is no way back. */
    public boolean isFinal() {
        return this == DELETE || this == LEAVE || this == REVOKE || this == ERASE;
    }

    /** Oneself one leaves; everybody else one deletes. */
    private boolean concerns(Membership here, Member member) {
        boolean oneself = here.memberId().equals(member.memberId());
        return switch (this) {
            case LEAVE -> oneself;
            case DELETE -> !oneself;
            case ROLE, NAME, EMAIL, RESEND, REVOKE, SUSPEND, REACTIVATE, ERASE -> true;
        };
    }

    private boolean isOwn(Membership here, Member member) {
        return this == NAME && here.memberId().equals(member.memberId());
    }

    boolean isOffered(Membership here, Member member) {
        return (here.may(needed) || isOwn(here, member)) && concerns(here, member) && fits(member);
    }

    static List<MemberAction> offered(Membership here, Member member) {
        return Arrays.stream(values()).filter(it -> it.isOffered(here, member)).toList();
    }

    static MemberAction of(String path) {
        return Arrays.stream(values()).filter(it -> it.path().equals(path)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What is said when it is done. */
    String done(Member member) {
        var name = member.name();
        return switch (this) {
            case ROLE -> name + "’s role is changed.";
            case NAME -> "The name is now " + name + ".";
            case EMAIL -> member.isPending()
                    ? name + " is sent a new link to " + member.email() + "; the old one no longer works."
                    : "E-mails to " + name + " go to " + member.email() + " from now on.";
            case RESEND -> name + " is sent a new link to " + member.email() + "; the old one no longer works.";
            case REVOKE -> name + "’s invitation is revoked; the link no longer works.";
            case SUSPEND -> name + " is suspended.";
            case REACTIVATE -> name + " is active again.";
            case DELETE -> name + " is deleted.";
            case ERASE -> "Name and address are erased.";
            case LEAVE -> name + " has left.";
        };
    }

    /**
     * Makes the command for command-service.
     *
     * @param value     the new value, of an action that has one
     * @param takesOver whether the member's pending invitations are sent again in the name of the person at the screen
     */
    Command command(UUID organization, UUID member, @Nullable String value, boolean takesOver) {
        var takeOver = takesOver ? Map.of("takeOverInvitations", true) : Map.<String, Object>of();
        return switch (this) {
            case ROLE -> Command.put(MEMBER + "/{action}", organization, member, path()).with(takeOver).with(path(), String.valueOf(value));
            case NAME, EMAIL -> Command.put(MEMBER + "/{action}", organization, member, path()).with(path(), String.valueOf(value));
            case RESEND, REVOKE -> Command.post(MEMBER + "/invitation/{action}", organization, member, path());
            case SUSPEND -> Command.post(MEMBER + "/suspend", organization, member).with(takeOver);
            case REACTIVATE, ERASE -> Command.post(MEMBER + "/{action}", organization, member, path());
            case DELETE, LEAVE -> Command.delete(MEMBER, organization, member).with(takeOver);
        };
    }
}
