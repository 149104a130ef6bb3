const records: unknown[] = [];

/** As an organisation's own endpoint may: it takes what the reader confirmed, and says so. */
export async function POST(request: Request) {
  const record: unknown = await request.json();
  records.push(record);
  return Response.json({ recordedAt: new Date().toISOString() }, { status: 201 });
}

export const GET = () => Response.json(records);
export const dynamic = 'force-dynamic';
