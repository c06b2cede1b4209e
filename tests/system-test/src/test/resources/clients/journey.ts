// The journey of docs/api.md with the clients that openapi-generator makes for TypeScript.
import * as commands from './commands/index.js';
import * as queries from './queries/index.js';

declare const process: { env: Record<string, string> };

const { COMMANDS, QUERIES, INBOX, OPERATOR } = process.env;
const org = 'typescript-journey';
const bearer = (basePath: string, token: string) => ({ basePath, accessToken: token });
const toCommands = (token: string) => new commands.Configuration(bearer(COMMANDS, token));
const toQueries = (token: string) => new queries.Configuration(bearer(QUERIES, token));

function check(actual: unknown, expected: unknown): void {
    if (JSON.stringify(actual) !== JSON.stringify(expected)) {
        throw new Error(`expected ${JSON.stringify(expected)}, but was ${JSON.stringify(actual)}`);
    }
}

async function invitationToken(email: string): Promise<string> {
    for (;;) {
        const link = /\/invitations#([A-Za-z0-9._-]+)/.exec(await (await fetch(`${INBOX}/api/messages?to=${email}`)).text());
        if (link) {
            return link[1];
        }
        await new Promise(resolve => setTimeout(resolve, 200));
    }
}

async function rejected(status: number, code: string, call: () => Promise<unknown>): Promise<void> {
    try {
        await call();
    } catch (e) {
        const response = (e as commands.ResponseError).response;
        check(response.status, status);
        check((await response.json()).code, code);
        return;
    }
    throw new Error('was not rejected');
}

const operator = toCommands(OPERATOR);

async function accept(email: string): Promise<commands.AcceptedInvitation> {
    const invitationAcceptance = { token: await invitationToken(email), verifiedEmail: email };
    return new commands.InvitationApi(operator).invitationAccept({ invitationAcceptance });
}

const newOrganization = { slug: org, name: 'Acme', admin: { name: 'Ada Lovelace', email: 'ada@typescript.example' } };
const registered = await new commands.OrganizationApi(operator).organizationRegister({ newOrganization });
check(registered.slug, org);
const ada = registered.memberId;
await accept('ada@typescript.example');

const tokens = new commands.ApiTokenApi(operator);
const token = (...scopes: commands.ApiTokenScope[]) => tokens.apiTokenCreate({
    org, onBehalfOf: ada, newApiToken: { name: 'gateway', kind: 'organization', scopes, expiresAt: new Date(Date.now() + 86_400_000) },
});
const created = await token('decisions');
check(created.secret!.startsWith('rst_'), true);
const gateway = toQueries(created.secret!);
const administration = (await token('member-administration', 'audit')).secret!;

const members = new commands.MemberApi(toCommands(administration));
const newInvitation: commands.NewInvitation = { name: 'Grace Hopper', email: 'grace@typescript.example', role: 'developer', reason: 'joins' };
const invited = await members.memberInviteRaw({ org, newInvitation, idempotencyKey: 'invite-grace' });
check((await invited.value()).status, 'invited');
const again = await members.memberInvite({ org, newInvitation, idempotencyKey: 'invite-grace' });
const grace = again.memberId;
const consistencyToken = invited.raw.headers.get('Consistency-Token')!;
const history = await new queries.HistoryApi(toQueries(administration))
    .historyList({ org, member: grace, consistencyToken, prefer: 'wait=30' });
check(history.data[0].type, 'member.invited');
check((await accept('grace@typescript.example')).memberId, grace);

const foreseen = await members.memberChangeRoleDryRun({ org, member: grace, roleChange: { role: 'admin' } });
check(foreseen.events[0].type, 'member.role_changed');
await rejected(409, 'last-admin', () => members.memberDeleteDryRun({ org, member: ada }));

const permissions = await new queries.PermissionApi(gateway).permissionRead({ org, member: grace });
check(permissions.permissions.size > 0, true);
const access = new queries.AccessApi(gateway);
const subject = { type: 'member', id: grace };
const resource = { type: 'organization', id: org };
const allowed = { name: 'deployments.manage' };
check((await access.accessEvaluation({ evaluationRequest: { subject, resource, action: allowed } })).decision, true);
const evaluationsRequest = { subject, resource, evaluations: [{ action: allowed }, { action: { name: 'moon.land' } }] };
check((await access.accessEvaluations({ evaluationsRequest })).evaluations!.map(it => it.decision), [true, false]);

await tokens.apiTokenRevoke({ org, token: created.tokenId, reason: 'the journey ends' });
await rejected(401, 'unauthenticated', () => access.accessEvaluations({ evaluationsRequest }));
await rejected(404, 'not-found', () => members.memberErase({ org: 'nowhere', member: ada }));
console.log('done');
