package roster.notification.mail;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SMTP relay that accepts e-mails. All operations have time limits. */
@Component
final class Relay implements AutoCloseable {
    private final RelayProperties properties;
    private final ScheduledExecutorService deadlines = deadlines();

    Relay(RelayProperties properties) {
        this.properties = properties;
    }

    private static ScheduledExecutorService deadlines() {
        var threads = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("relay-deadlines").daemon().factory());
        threads.setRemoveOnCancelPolicy(true);
        return threads;
    }

    /** A connection for one thread, opened on demand. */
    RelayConnection connection() {
        return new RelayConnection(this, new AbortableSockets());
    }

    Duration trusted() {
        return properties.trusted();
    }

    int mostConnections() {
        return properties.connections();
    }

    /** Runs the action when the time limit of an e-mail has passed, unless it is cancelled before. */
    Future<?> atDeadline(Runnable action) {
        return deadlines.schedule(action, properties.email().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @param utf8 true to send UTF-8 in commands and headers, if the relay supports it */
    SMTPTransport connect(AbortableSockets sockets, boolean utf8) throws MessagingException {
        var transport = (SMTPTransport) Session.getInstance(settings(sockets, utf8)).getTransport("smtp");
        transport.connect(properties.host(), properties.port(), orNull(properties.username()), orNull(properties.password()));
        return transport;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private Properties settings(AbortableSockets sockets, boolean utf8) {
        var settings = new Properties();
        settings.put("mail.smtp.connectiontimeout", millis(properties.connect()));
        settings.put("mail.smtp.timeout", millis(properties.answer()));
        settings.put("mail.smtp.writetimeout", millis(properties.answer()));
        settings.put("mail.smtp.executor.writetimeout", deadlines);
        settings.put("mail.smtp.socketFactory", sockets);
        settings.put("mail.smtp.socketFactory.fallback", "false");
        settings.put("mail.smtp.quitwait", "false");
        settings.put("mail.smtp.localhost", properties.clientName());
        settings.put("mail.smtp.auth", String.valueOf(!properties.username().isEmpty()));
        settings.put("mail.smtp.starttls.enable", String.valueOf(properties.starttls()));
        settings.put("mail.smtp.starttls.required", String.valueOf(properties.starttls()));
        settings.put("mail.smtp.ssl.enable", String.valueOf(properties.implicitTls()));
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
        settings.put("mail.mime.allowutf8", String.valueOf(utf8));
        return settings;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
    }
}
