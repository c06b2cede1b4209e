package roster.local.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A file of mails, one after the other, each with a line ahead of it: {@code Mail}, its number, its length and its checksum. Mails that arrive
 * at the same time are written and forced to disk together. What a crash left incomplete at the end is cut off.
 */
final class MailLog implements AutoCloseable {
    private static final Pattern HEAD = Pattern.compile("Mail (\\d{19}) (\\d{10}) ([0-9a-f]{8})\n");
    private static final int HEAD_LENGTH = "Mail ".length() + 19 + 1 + 10 + 1 + 8 + 1;
    private static final int MOST = 500;

    private static final Arrived END = new Arrived(0, new byte[0]);

    private final FileChannel file;
    private final Found found;
    private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
    private final Thread writer = Thread.ofPlatform().name("inbox-writer").daemon().unstarted(this::write);

    private static final class Arrived {
        final long number;
        final byte[] content;
        final CompletableFuture<Boolean> stored = new CompletableFuture<>();

        Arrived(long number, byte[] content) {
            this.number = number;
            this.content = content;
        }
    }

    /** Part of the file. */
    record Place(long start, int length) {}

    /** Is told each mail of the file, and each new one when it is on disk. */
    @FunctionalInterface
    interface Found {
        void accept(long number, Place place, byte[] content);
    }

    private MailLog(FileChannel file, Found found) {
        this.file = file;
        this.found = found;
    }

    static MailLog open(Path path, Found found) throws IOException {
        var log = new MailLog(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE), found);
        log.file.truncate(log.read());
        log.file.position(log.file.size());
        log.writer.start();
        return log;
    }

    /** Returns the end of the last complete mail. */
    private long read() throws IOException {
        long end = 0;
        while (true) {
            var head = HEAD.matcher(new String(bytes(end, HEAD_LENGTH), StandardCharsets.US_ASCII));
            if (!head.matches()) {
                return end;
            }
            var place = new Place(end + HEAD_LENGTH, Integer.parseInt(head.group(2)));
            var content = bytes(place.start(), place.length());
            if (content.length < place.length() || !checksum(content).equals(head.group(3))) {
                return end;
            }
            found.accept(Long.parseLong(head.group(1)), place, content);
            end = place.start() + place.length();
        }
    }

    /** Fewer than {@code length} at the end of the file. */
    private byte[] bytes(long start, int length) throws IOException {
        var bytes = ByteBuffer.allocate((int) Math.min(length, Math.max(0, file.size() - start)));
        while (bytes.hasRemaining() && file.read(bytes, start + bytes.position()) >= 0) {
            // until it is full
        }
        return bytes.array();
    }

    byte[] content(Place place) {
        try {
            return bytes(place.start(), place.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when the mail is on disk. */
    void append(long number, byte[] content) throws IOException {
        var mail = new Arrived(number, content);
        arrived.add(mail);
        if (!writer.isAlive()) {
            rejectAll();
        }
        try {
            mail.stored.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    private void write() {
        try {
            while (true) {
                var mails = new ArrayList<Arrived>();
                mails.add(arrived.take());
                arrived.drainTo(mails, MOST - 1);
                boolean isLast = mails.remove(END);
                store(mails);
                if (isLast) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void store(List<Arrived> mails) {
        try {
            long start = file.position();
            var buffers = new ArrayList<ByteBuffer>();
            for (var mail : mails) {
                buffers.add(ByteBuffer.wrap(head(mail)));
                buffers.add(ByteBuffer.wrap(mail.content));
            }
            writeAll(buffers);
            for (var mail : mails) {
                found.accept(mail.number, new Place(start + HEAD_LENGTH, mail.content.length), mail.content);
                start += HEAD_LENGTH + mail.content.length;
                mail.stored.complete(true);
            }
        } catch (IOException e) {
            mails.forEach(it -> it.stored.completeExceptionally(e));
        }
    }

    private void writeAll(List<ByteBuffer> buffers) throws IOException {
        long before = file.position();
        try {
            var all = buffers.toArray(ByteBuffer[]::new);
            while (buffers.stream().anyMatch(ByteBuffer::hasRemaining)) {
                file.write(all);
            }
            file.force(false);
        } catch (IOException e) {
            file.truncate(before);
            throw e;
        }
    }

    private static byte[] head(Arrived mail) {
        return String.format(Locale.ROOT, "Mail %019d %010d %s\n", mail.number, mail.content.length, checksum(mail.content))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String checksum(byte[] content) {
        var sum = new CRC32();
        sum.update(content);
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    /** @param index no longer knows any mail of the file when it returns */
    synchronized void clear(Runnable index) throws IOException {
        index.run();
        file.truncate(0);
        file.force(true);
    }

    private void rejectAll() {
        for (var mail = arrived.poll(); mail != null; mail = arrived.poll()) {
            mail.stored.completeExceptionally(new IOException("the inbox is closed"));
        }
    }

    @Override
    public void close() throws IOException {
        arrived.add(END);
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        rejectAll();
        file.close();
    }
}
