package roster.query.http;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Writes long responses on threads of their own, without a limit of time, so that slow readers keep no thread of the web server. */
@Configuration(proxyBeanMethods = false)
class StreamingConfiguration implements WebMvcConfigurer {
    @Override
    public void configureAsyncSupport(AsyncSupportConfigurer async) {
        async.setTaskExecutor(new VirtualThreadTaskExecutor("stream-"));
        async.setDefaultTimeout(0);
    }

    /** Passes the failure on to the web server, which aborts the connection. */
    @RestControllerAdvice
    static class Failures {
        @ExceptionHandler
        void broken(BrokenOff broken) {
            throw broken;
        }
    }
}
