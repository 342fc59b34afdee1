/** What the service's rooms offer. Here they do nothing. */
export const Integrations = () => (
  <ul className="integrations" lang="en">
    <li>YouTube</li>
    <li>Miro</li>
  </ul>
);
