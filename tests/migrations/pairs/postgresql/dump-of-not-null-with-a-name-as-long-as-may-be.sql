-- before
CREATE TABLE public."OnCallDutyPolicyExecutionLogTimeline" (
    id integer,
    "triggeredByIncidentId" integer CONSTRAINT "OnCallDutyPolicyExecutionLogTime_triggeredByIncidentId_not_null" NOT NULL
);

-- rows
INSERT INTO "OnCallDutyPolicyExecutionLogTimeline" VALUES (1, 2);

-- after
CREATE TABLE "OnCallDutyPolicyExecutionLogTimeline" (id int, "triggeredByIncidentId" int);
