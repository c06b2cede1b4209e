package roster.notification.mail;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the SMTP relay.
 *
 * @param clientName name in EHLO; public relays require a name that resolves
 * @param username empty when the relay needs no authentication
 * @param starttls true to require STARTTLS
 * @param implicitTls true when the relay expects TLS from the first byte (RFC 8314), usually on port 465
 * @param connect  time limit to connect
 * @param answer   time limit for the answer to one command, or to send a packet
 * @param trusted  idle time after which a connection is tested before use
 * @param email   time limit for one e-mail in total
 * @param connections connections at a time, and so e-mails; fewer while the relay refuses further ones
 */
@Validated
@ConfigurationProperties("roster.relay")
record RelayProperties(@NotBlank String host, @Min(1) @Max(65_535) int port,
        @NotBlank @DefaultValue("localhost") String clientName, @DefaultValue("") String username,
        @DefaultValue("") String password, @DefaultValue("false") boolean starttls,
        @DefaultValue("false") boolean implicitTls, @NotNull @DefaultValue("5s") Duration connect,
        @NotNull @DefaultValue("20s") Duration answer, @NotNull @DefaultValue("40s") Duration email,
        @NotNull @DefaultValue("100ms") Duration trusted, @Min(1) @Max(500) @DefaultValue("50") int connections) {
    RelayProperties {
        if (starttls && implicitTls) {
            throw new IllegalArgumentException("ROSTER_SMTP_STARTTLS and ROSTER_SMTP_IMPLICIT_TLS exclude each other");
        }
    }

    @Override
    public String toString() {
        return "RelayProperties[" + host + ":" + port + "]";
    }
}
