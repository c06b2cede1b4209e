package roster.command.membership;

import java.time.Duration;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes invitation e-mails that no limit counts any more. */
@Component
public class ForgetLetters {
    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final InvitationTerms terms;

    ForgetLetters(JdbcClient jdbc, InvitationTerms terms) {
        this.jdbc = jdbc;
        this.terms = terms;
    }

    @Scheduled(fixedDelayString = "PT10M")
    public void forget() {
        jdbc.sql("delete from command.invitation_letter where sent_at <= ?")
                .param(terms.now().minus(LONGEST_WINDOW).atOffset(ZoneOffset.UTC)).update();
    }
}
