package roster.notification.message;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import roster.contract.invitation.InvitationSigner;

@Configuration(proxyBeanMethods = false)
class EmailConfiguration {
    @Bean
    EmailComposer emailComposer(EmailProperties properties) {
        var links = new InvitationLinks(properties.consoleUrl(), InvitationSigner.of(properties.invitationKeys()));
        return new EmailComposer(sender(properties.from()), properties.replyToInviter(), links, new EmailTemplates());
    }

    private static InternetAddress sender(String from) {
        try {
            var parsed = new InternetAddress(from, true);
            return Mailbox.sender(parsed.getPersonal() == null ? "Roster" : Line.of(parsed.getPersonal()), parsed.getAddress());
        } catch (AddressException e) {
            throw new IllegalArgumentException("ROSTER_MAIL_FROM is not an address: " + from);
        }
    }
}
