// Prints the number of channels and messages of an AsyncAPI document, or fails with what is wrong.
import { fromFile, Parser } from '@asyncapi/parser';

const { document, diagnostics } = await fromFile(new Parser(), process.argv[2]).parse();
const wrong = diagnostics.filter(it => it.severity < 2);
wrong.forEach(it => console.error(it.code, it.path.join('.'), it.message));
if (!document || wrong.length) process.exit(1);
console.log(`${document.channels().all().length} channels, ${document.allMessages().length} messages`);
