"""The journey of docs/api.md with the clients that openapi-generator makes for Python."""
import datetime
import json
import os
import re
import time
import urllib.request

import roster_commands as commands
import roster_queries as queries

ORG = "python-journey"
OPERATOR = os.environ["OPERATOR"]


def to_commands(token):
    return commands.ApiClient(commands.Configuration(host=os.environ["COMMANDS"], access_token=token))


def to_queries(token):
    return queries.ApiClient(queries.Configuration(host=os.environ["QUERIES"], access_token=token))


def invitation_token(email):
    while True:
        with urllib.request.urlopen(os.environ["INBOX"] + "/api/messages?to=" + email) as messages:
            link = re.search(r"/invitations#([A-Za-z0-9._-]+)", messages.read().decode())
        if link:
            return link.group(1)
        time.sleep(0.2)


def rejected(status, code, call):
    try:
        call()
    except (commands.ApiException, queries.ApiException) as e:
        assert (e.status, json.loads(e.body)["code"]) == (status, code), e
    else:
        raise AssertionError("was not rejected")


operator = to_commands(OPERATOR)


def accept(email):
    acceptance = commands.InvitationAcceptance(token=invitation_token(email), verified_email=email)
    return commands.InvitationApi(operator).invitation_accept(acceptance)


registered = commands.OrganizationApi(operator).organization_register(commands.NewOrganization(
    slug=ORG, name="Acme", admin=commands.FirstAdmin(name="Ada Lovelace", email="ada@python.example")))
assert registered.slug == ORG
ada = registered.member_id
accept("ada@python.example")

tokens = commands.ApiTokenApi(operator)


def token(*scopes):
    expiry = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=1)
    return tokens.api_token_create(ORG, commands.NewApiToken(
        name="inference gateway", kind=commands.ApiTokenKind.ORGANIZATION, scopes=list(scopes), expires_at=expiry), on_behalf_of=ada)


created = token(commands.ApiTokenScope.DECISIONS)
assert created.secret.startswith("rst_")
gateway = to_queries(created.secret)
administration = token(commands.ApiTokenScope.MEMBER_MINUS_ADMINISTRATION, commands.ApiTokenScope.AUDIT).secret

members = commands.MemberApi(to_commands(administration))
invitation = commands.NewInvitation(name="Grace Hopper", email="grace@python.example", role=commands.Role.DEVELOPER, reason="joins")
invited = members.member_invite_with_http_info(ORG, invitation, idempotency_key="invite-grace")
assert invited.data.status == commands.MemberStatus.INVITED
grace = invited.data.member_id
assert members.member_invite(ORG, invitation, idempotency_key="invite-grace").member_id == grace
history = queries.HistoryApi(to_queries(administration)).history_list(
    ORG, grace, consistency_token=invited.headers["Consistency-Token"], prefer="wait=30")
assert history.data[0].type == "member.invited"
assert accept("grace@python.example").member_id == grace

foreseen = members.member_change_role_dry_run(ORG, grace, commands.RoleChange(role=commands.Role.ADMIN))
assert foreseen.events[0].type == "member.role_changed"
rejected(409, "last-admin", lambda: members.member_delete_dry_run(ORG, ada))

assert queries.PermissionApi(gateway).permission_read(ORG, grace).permissions
access = queries.AccessApi(gateway)
subject = queries.EvaluatedEntity(type="member", id=str(grace))
resource = queries.EvaluatedEntity(type="organization", id=ORG)
allowed = queries.EvaluatedAction(name="deployments.manage")
assert access.access_evaluation(queries.EvaluationRequest(subject=subject, action=allowed, resource=resource)).decision
batch = queries.EvaluationsRequest(subject=subject, resource=resource, evaluations=[
    queries.EvaluationRequest(action=allowed), queries.EvaluationRequest(action=queries.EvaluatedAction(name="moon.land"))])
assert [it.decision for it in access.access_evaluations(batch).evaluations] == [True, False]

tokens.api_token_revoke(ORG, created.token_id, reason="the journey ends")
rejected(401, "unauthenticated", lambda: access.access_evaluations(batch))
rejected(404, "not-found", lambda: members.member_erase("nowhere", ada))
print("done")
