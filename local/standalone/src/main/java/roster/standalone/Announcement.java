package roster.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

import roster.standalone.settings.Port;
import roster.standalone.settings.Service;
import roster.standalone.settings.Settings;
import roster.standalone.settings.Version;

/** The text printed after the start: addresses, folders, and a first command to try. */
record Announcement(Settings settings, String apiToken, Duration startUp) {
    static final String LAST_LINE = "Ctrl-C stops everything.";

    String text() {
        return String.format(Locale.ROOT, """

                Roster %s is ready after %.1f s

                  console         %s  (sign in with Google as Ada Lovelace)
                  commands        %s
                  queries         %s
                  inbox           %s  (SMTP 127.0.0.1:%d)
                  health          %s, %s, %s, %s
                  PostgreSQL      127.0.0.1:%d, database roster
                  Kafka           127.0.0.1:%d
                  data            %s
                  logs            %s
                  API token       %s  (of %s; also in %s)
                  operator token  in %s

                Invite a member, and look at the two e-mails in the inbox:

                  curl -i %sorganizations/%s/members \\
                    -H 'Authorization: Bearer %s' \\
                    -H 'Content-Type: application/json' \\
                    -d '{"name":"Grace Hopper","email":"grace@navy.example","role":"developer"}'

                %s
                """, Version.ofBuild(), startUp.toMillis() / 1000.0, at(Port.CONSOLE), at(Port.COMMAND), at(Port.QUERY), at(Port.INBOX),
                settings.port(Port.SMTP),
                health(Service.CONSOLE), health(Service.COMMAND), health(Service.QUERY), health(Service.NOTIFICATION),
                settings.port(Port.POSTGRES),
                settings.port(Port.KAFKA), shown(settings.data()),
                shown(settings.data().resolve("log")), apiToken, FirstOrganization.SLUG,
                shown(settings.data().resolve(Standalone.API_TOKEN)), shown(settings.data().resolve("operator-token")),
                at(Port.COMMAND), FirstOrganization.SLUG, apiToken, LAST_LINE);
    }

    private URI at(Port port) {
        return URI.create("http://127.0.0.1:" + settings.port(port) + "/");
    }

    private URI health(Service service) {
        return at(service.management()).resolve("actuator/health");
    }

    /** The path relative to the working directory, if it is below it. */
    private static Path shown(Path path) {
        var here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }
}
