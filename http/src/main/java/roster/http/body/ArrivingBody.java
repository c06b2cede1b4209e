package roster.http.body;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;

/** A request whose body is buffered while it arrives, and readable once it has arrived. */
final class ArrivingBody extends HttpServletRequestWrapper {
    private static final int BUFFER = 8 * 1024;

    private final long longest;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long length;
    private boolean complete;

    ArrivingBody(HttpServletRequest request, long longest) {
        super(request);
        this.longest = longest;
    }

    static boolean isIn(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    static @Nullable ArrivingBody of(ServletRequest request) {
        return WebUtils.getNativeRequest(request, ArrivingBody.class);
    }

    boolean hasArrived() {
        return complete && !isTooLong();
    }

    boolean isTooLong() {
        return length > longest || getContentLengthLong() > longest;
    }

    /** Number of bytes that have arrived, including discarded ones. */
    long length() {
        return length;
    }

    void complete() {
        complete = true;
    }

    /** Reads the part that arrived together with the headers, usually the whole body. Does nothing for a chunked body. */
    void readWhatIsHere() throws IOException {
        var body = super.getInputStream();
        var buffer = new byte[BUFFER];
        while (length < getContentLengthLong() && !isTooLong() && body.available() > 0) {
            add(buffer, body.read(buffer));
        }
        complete = length == getContentLengthLong();
    }

    /** Reads what is available without blocking. Needs an asynchronous request with a listener on the body. */
    void readWhatIsReady() throws IOException {
        var body = super.getInputStream();
        var buffer = new byte[BUFFER];
        while (body.isReady()) {
            int read = body.read(buffer);
            if (read < 0) {
                return;
            }
            add(buffer, read);
        }
    }

    void listen(ReadListener listener) throws IOException {
        super.getInputStream().setReadListener(listener);
    }

    private void add(byte[] bytes, int read) {
        length += Math.max(0, read);
        if (isTooLong()) {
            kept.reset();
        } else {
            kept.write(bytes, 0, Math.max(0, read));
        }
    }

    @Override
    public ServletInputStream getInputStream() {
        if (!hasArrived()) {
            throw new IllegalStateException("the body has not arrived");
        }
        return new Arrived(kept.toByteArray());
    }

    @Override
    public BufferedReader getReader() {
        var encoding = getCharacterEncoding();
        return new BufferedReader(
                new InputStreamReader(getInputStream(), encoding == null ? StandardCharsets.ISO_8859_1 : Charset.forName(encoding)));
    }

    private static final class Arrived extends ServletInputStream {
        private final ByteArrayInputStream body;

        Arrived(byte[] body) {
            this.body = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return body.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int count) {
            return body.read(bytes, offset, count);
        }

        @Override
        public boolean isFinished() {
            return body.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body has arrived");
        }
    }
}
