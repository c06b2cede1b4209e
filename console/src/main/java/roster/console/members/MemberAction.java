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
import roster.console.service.CommandCall;
import roster.contract.event.MemberStatus;
import roster.contract.role.Permission;

/** Actions on a member, with their texts. */
enum MemberAction {
    ROLE("Change role", "Change role", Permission.ROLES_MANAGE) {
        @Override
        String current(ListedMember member) {
            return member.role().value();
        }
    },
    /** Of the role that the dialog shows. Offered by access reviews. */
    CONFIRM("Confirm access", "Confirm", Permission.ROLES_MANAGE) {
        @Override
        String current(ListedMember member) {
            return member.role().value();
        }
    },
    NAME("Change name", "Change name", Permission.MEMBERS_MANAGE) {
        @Override
        String current(ListedMember member) {
            return member.name();
        }
    },
    EMAIL("Change address", "Change address", Permission.MEMBERS_MANAGE) {
        @Override
        String current(ListedMember member) {
            return member.email();
        }
    },
    RESEND("Resend invitation", "Send", Permission.MEMBERS_MANAGE) {
        @Override
        boolean fits(ListedMember member) {
            return member.status() == MemberStatus.INVITED;
        }
    },
    REVOKE("Revoke invitation", "Revoke", Permission.MEMBERS_MANAGE) {
        @Override
        boolean fits(ListedMember member) {
            return member.isPending();
        }
    },
    SUSPEND("Suspend", "Suspend", Permission.MEMBERS_MANAGE) {
        @Override
        boolean fits(ListedMember member) {
            return member.status() == MemberStatus.ACTIVE;
        }
    },
    REACTIVATE("Reactivate", "Reactivate", Permission.MEMBERS_MANAGE) {
        @Override
        boolean fits(ListedMember member) {
            return member.status() == MemberStatus.SUSPENDED;
        }
    },
    /** Deletes an active or suspended member. For a pending invitation, see {@link #REVOKE}. */
    DELETE("Delete Member", "Delete", Permission.MEMBERS_MANAGE) {
        @Override
        boolean fits(ListedMember member) {
            return member.status() != MemberStatus.DELETED && !member.isPending();
        }
    },
    /** Permanent. The member's actions stay in the history. */
    ERASE("Erase name and address", "Erase permanently", Permission.MEMBERS_MANAGE) {
        @Override
        boolean fits(ListedMember member) {
            return member.status() == MemberStatus.DELETED && !member.isErased();
        }
    },
    LEAVE("Leave organization", "Leave", Permission.MEMBERS_VIEW) {
        @Override
        boolean fits(ListedMember member) {
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

    /** True when the member is in a state for the action; by default, in any but deleted. */
    boolean fits(ListedMember member) {
        return member.status() != MemberStatus.DELETED;
    }

    /** Current value of the member that the action changes, shown in the dialog; null for an action without a value. */
    @Nullable
    String current(ListedMember member) {
        return null;
    }

    public String title() {
        return title;
    }

    /** Label of the button that confirms. */
    public String button() {
        return button;
    }

    /** The action in paths, and the name of the field with the new value. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True when it cannot be undone. */
    public boolean isFinal() {
        return this == DELETE || this == LEAVE || this == REVOKE || this == ERASE;
    }

    /** Users can leave, but not delete themselves. */
    private boolean concerns(Membership here, ListedMember member) {
        boolean oneself = here.memberId().equals(member.memberId());
        return switch (this) {
            case LEAVE -> oneself;
            case DELETE -> !oneself;
            case CONFIRM -> false;
            case ROLE, NAME, EMAIL, RESEND, REVOKE, SUSPEND, REACTIVATE, ERASE -> true;
        };
    }

    private boolean isOwn(Membership here, ListedMember member) {
        return this == NAME && here.memberId().equals(member.memberId());
    }

    boolean isOffered(Membership here, ListedMember member) {
        return (here.may(needed) || isOwn(here, member)) && concerns(here, member) && fits(member);
    }

    static List<MemberAction> offered(Membership here, ListedMember member) {
        return Arrays.stream(values()).filter(it -> it.isOffered(here, member)).toList();
    }

    static MemberAction of(String path) {
        return Arrays.stream(values()).filter(it -> it.path().equals(path)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Confirmation message. */
    String done(ListedMember member) {
        var name = member.name();
        return switch (this) {
            case ROLE -> name + "’s role is changed.";
            case CONFIRM -> name + " keeps the role " + member.role().title() + ".";
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
     * @param value     new value; null for an action without a value
     * @param takesOver true to resend the member's pending invitations in the name of the user
     */
    CommandCall command(UUID organization, UUID member, @Nullable String value, boolean takesOver) {
        var takeOver = takesOver ? Map.of("takeOverInvitations", true) : Map.<String, Object>of();
        return switch (this) {
            case ROLE -> CommandCall.put(MEMBER + "/{action}", organization, member, path()).with(takeOver).with(path(),
                    String.valueOf(value));
            case CONFIRM -> CommandCall.post(MEMBER + "/access/confirm", organization, member).with("role", String.valueOf(value));
            case NAME, EMAIL -> CommandCall.put(MEMBER + "/{action}", organization, member, path()).with(path(), String.valueOf(value));
            case RESEND, REVOKE -> CommandCall.post(MEMBER + "/invitation/{action}", organization, member, path());
            case SUSPEND -> CommandCall.post(MEMBER + "/suspend", organization, member).with(takeOver);
            case REACTIVATE, ERASE -> CommandCall.post(MEMBER + "/{action}", organization, member, path());
            case DELETE, LEAVE -> CommandCall.delete(MEMBER, organization, member).with(takeOver);
        };
    }
}
