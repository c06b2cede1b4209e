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
 * The mail server that letters are handed to.
 *
 * @param clientName how we introduce ourselves; a relay out in the world wants a name that resolves
 * @param username empty when the relay asks for none
 * @param connect  how long connecting may take
 * @param answer   how long the relay may take to answer one command, or to take in a packet
 * @param trusted  how long a silent line is taken to be alive without being tried
 * @param letter   how long a whole letter may take, however lively the relay is
 */
@Validated
@ConfigurationProperties("roster.relay")
record RelayProperties(@NotBlank String host, @Min(1) @Max(65_535) int port,
        @NotBlank @DefaultValue("localhost") String clientName, @DefaultValue("") String username,
        @DefaultValue("") String password, @DefaultValue("false") boolean starttls, @NotNull @DefaultValue("5s") Duration connect,
        @NotNull @DefaultValue("20s") Duration answer, @NotNull @DefaultValue("40s") Duration letter,
        @NotNull @DefaultValue("100ms") Duration trusted) {
    @Override
    public String toString() {
        return "RelayProperties[" + host + ":" + port + "]";
    }
}
