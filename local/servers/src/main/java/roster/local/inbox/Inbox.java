package roster.local.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.subethamail.smtp.server.SMTPServer;

import roster.local.http.LoopbackServer;
import roster.local.process.Ports;

/** An SMTP server that stores every mail, with a page and an API that show them. Listens on loopback only. */
public final class Inbox implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final int LARGEST_MESSAGE = 32 << 20;

    private final MailFolder mailbox;
    private final SMTPServer smtp;
    private final LoopbackServer web;

    private Inbox(MailFolder mailbox, SMTPServer smtp, LoopbackServer web) {
        this.mailbox = mailbox;
        this.smtp = smtp;
        this.web = web;
    }

    /**
     * @param folder   folder of the mails
     * @param smtpPort 0 for any free port
     * @param webPort  0 for any free port
     */
    public static Inbox start(Path folder, int smtpPort, int webPort) {
        try {
            var mailbox = MailFolder.open(folder);
            var smtp = smtp(mailbox, Ports.freeOr(smtpPort));
            int freeWebPort = Ports.freeOr(webPort);
            smtp.start();
            return new Inbox(mailbox, smtp, LoopbackServer.start("inbox", freeWebPort,
                    Map.of("/", new InboxPages(mailbox), "/api/messages", new InboxApi(mailbox))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the inbox in " + folder, e);
        }
    }

    private static SMTPServer smtp(MailFolder mailbox, int port) {
        return SMTPServer.port(port).bindAddress(LOOPBACK).hostName("localhost").softwareName("Roster inbox")
                .maxMessageSize(LARGEST_MESSAGE).insertReceivedHeaders()
                .messageHandlerFactory(_ -> new SmtpReceiver(mailbox)).build();
    }

    public int smtpPort() {
        return smtp.getPortAllocated();
    }

    /** URL of the page. */
    public URI page() {
        return web.address().resolve("/");
    }

    /** Oldest first. */
    public List<Message> messages() {
        return mailbox.oldestFirst().stream().map(it -> MessageReader.read(it, mailbox)).toList();
    }

    /** Oldest first. */
    public List<Message> messagesTo(String address) {
        return mailbox.oldestFirst().stream().filter(mail -> mail.envelope().isFor(address)).map(it -> MessageReader.read(it, mailbox))
                .toList();
    }

    public void clear() {
        mailbox.clear();
    }

    @Override
    public void close() {
        smtp.stop();
        web.close();
        try {
            mailbox.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
