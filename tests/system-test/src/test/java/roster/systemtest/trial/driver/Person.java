package roster.systemtest.trial.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import roster.contract.event.MemberStatus;
import roster.contract.role.Role;

/** What a client knows of a member: what query-service must show in the end. */
public final class Person {
    final String id;
    final String invitationId;
    /** Accounts at the identity provider, the one that accepted the invitation first, unless it was unlinked. */
    final List<String> subjects = new ArrayList<>();
    final List<Token> tokens = new ArrayList<>();
    private final List<String> formerly = new ArrayList<>();
    String name;
    String email;
    Role role;
    MemberStatus status = MemberStatus.INVITED;
    boolean firstAccount;
    boolean erased;
    int issue = 1;
    long version;

    Person(String id, String invitationId, String name, String email, Role role) {
        this.id = id;
        this.invitationId = invitationId;
        this.name = name;
        this.email = email;
        this.role = role;
    }

    boolean is(MemberStatus wanted) {
        return status == wanted;
    }

    public String id() {
        return id;
    }

    public boolean isErased() {
        return erased;
    }

    void rename(String newName) {
        formerly.add(name);
        name = newName;
    }

    void move(String newEmail) {
        formerly.add(email);
        email = newEmail;
    }

    /** All names and addresses, which must be found nowhere once the member is erased. */
    public List<String> traces() {
        return Stream.concat(formerly.stream(), Stream.of(name, email)).toList();
    }

    /** As query-service must show it. */
    public String line() {
        return String.join(" ", id, status.value(), role.value(), String.valueOf(version), erased ? "erased" : name + " " + email);
    }
}
