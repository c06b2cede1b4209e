package roster.query.http;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import roster.contract.word.Word;

/** Converts request parameters to enums by their {@link Word}s. */
@Configuration(proxyBeanMethods = false)
class WordsConfiguration implements WebMvcConfigurer {
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new Words());
    }

    private static final class Words implements ConverterFactory<String, Word> {
        @Override
        public <W extends Word> Converter<String, W> getConverter(Class<W> type) {
            return text -> Word.read(type, text);
        }
    }
}
