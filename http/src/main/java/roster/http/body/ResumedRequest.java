package roster.http.body;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request that waited without a thread, as filters see it that it has not passed yet. When its response is written without a thread in turn,
 * filters have passed it.
 */
public final class ResumedRequest extends HttpServletRequestWrapper {
    private boolean passed;

    public ResumedRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public DispatcherType getDispatcherType() {
        return super.getDispatcherType() == DispatcherType.ASYNC && !passed ? DispatcherType.REQUEST : super.getDispatcherType();
    }

    @Override
    public AsyncContext startAsync() {
        passed = true;
        return super.startAsync();
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        passed = true;
        return super.startAsync(request, response);
    }
}
