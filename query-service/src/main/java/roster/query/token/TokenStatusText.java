package roster.query.token;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

import roster.query.http.Spelling;

/** Converts request parameters to {@link TokenStatus}. */
@Component
final class TokenStatusText implements Converter<String, TokenStatus> {
    @Override
    public TokenStatus convert(String text) {
        return Spelling.read(TokenStatus.class, text);
    }
}
