'use client';

import { useState } from 'react';
import { explainProblem } from '../diagnosis/explainProblem.js';
import type { WherebyError } from '../errors/WherebyError.js';

interface ProblemDetailsProps {
  readonly error: WherebyError;
  readonly room: string | URL | undefined;
}

/** What a developer has to know, with the line to copy. Rendered in development only, in English as all errors are. */
export function ProblemDetails({ error, room }: ProblemDetailsProps) {
  const [copied, setCopied] = useState<string>();
  const { title, causes } = explainProblem(error, { room });
  const copy = async (line: string) => {
    await navigator.clipboard.writeText(line);
    setCopied(line);
  };
  return (
    <details className="whereby-details" lang="en" dir="ltr">
      <summary>For developers: {error.code}</summary>
      <p>{title}</p>
      {causes.map(({ what, cure, line }) => (
        <div key={what}>
          <p>
            {what} {cure}
          </p>
          {line && (
            <>
              <pre>{line}</pre>
              <button type="button" className="whereby-button" onClick={() => void copy(line).catch(() => undefined)}>
                {copied === line ? 'Copied' : 'Copy'}
              </button>
            </>
          )}
        </div>
      ))}
    </details>
  );
}
